namespace Lyceum.Domain.Classes;

/// <summary>What stands on the stage of a film.</summary>
public abstract record FilmStage;

/// <summary>A screen that somebody shows, or with nothing else to see the camera of whoever speaks.</summary>
public sealed record FilmedTrack(RecordedTrack Track) : FilmStage;

/// <summary>A page of a PDF, counted from 1.</summary>
public sealed record FilmedSlide(Guid FileId, int Slide) : FilmStage;

/// <summary>Nothing was shown: only heard.</summary>
public sealed record FilmedNothing : FilmStage;

/// <summary>A stretch of the class, in milliseconds of its timeline, in which the picture is composed in one way. <paramref name="Corner"/> is the camera of whoever speaks.</summary>
public sealed record FilmScene(long FromMs, long UntilMs, FilmStage Stage, RecordedTrack? Corner)
{
    public long LengthMs => UntilMs - FromMs;
}

/// <summary>In milliseconds of the film, from its start.</summary>
public sealed record FilmChapter(string Title, long FromMs);
