using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>What stands on the stage of a film.</summary>
public abstract record FilmStage;

/// <summary>A screen that somebody shows, or with nothing else to see the camera of whoever speaks.</summary>
public sealed record FilmedTrack(RecordedTrack Track) : FilmStage;

/// <summary>A page of a PDF, counted from 1.</summary>
public sealed record FilmedSlide(Guid FileId, int Slide) : FilmStage;

/// <summary>The whiteboard, counted by how often it was opened.</summary>
public sealed record FilmedBoard(int Opening) : FilmStage;

/// <summary>What came of a poll: votes per option, or the words with their counts.</summary>
public sealed record FilmedResult(PollOpened Poll, PollResultsShown Result) : FilmStage;

/// <summary>Nothing was shown: only heard.</summary>
public sealed record FilmedNothing : FilmStage;

/// <summary>A stretch of the class, in milliseconds of its timeline, in which the picture is composed in one way. <paramref name="Corner"/> is the camera of whoever speaks.</summary>
public sealed record FilmScene(long FromMs, long UntilMs, FilmStage Stage, RecordedTrack? Corner)
{
    public long LengthMs => UntilMs - FromMs;
    /// <summary>What is drawn over the slide, or on the board, the first from the beginning of the scene; none where nothing is.</summary>
    public ImmutableArray<FilmDrawing> Drawings { get; init; } = [];
}

/// <summary>From an offset of the class until that of the next: the lines over a slide, or what is on the board.</summary>
public sealed record FilmDrawing(long FromMs, ImmutableArray<Stroke> Ink, ImmutableArray<BoardElement> Board);

/// <summary>In milliseconds of the film, from its start.</summary>
public sealed record FilmChapter(string Title, long FromMs);
