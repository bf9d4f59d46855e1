using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A class as one flat video, as students may see it.</summary>
public sealed class ClassFilm : MadeFile
{
    private ClassFilm() { }

    /// <summary>Whoever may replay the class may take it with them; otherwise it is for those who teach.</summary>
    public bool IsForStudents { get; private set; }
    /// <summary>"mp4" or "webm", as the school's machine can make it; empty until it is ready.</summary>
    public string Format { get; private set; } = "";

    public static Refusal Nothing { get; } = Refusal.Conflict("Nothing was recorded in this class that could be shown.");

    public static ClassFilm Ask(Guid classId, string version, bool isForStudents, Instant now)
    {
        var film = new ClassFilm { ClassId = classId, IsForStudents = isForStudents };
        film.AskAgain(version, now);
        return film;
    }

    public void Offer(bool toStudents) => IsForStudents = toStudents;

    public void Finish(long bytes, string format)
    {
        Format = format;
        Finish(bytes);
    }
}
