using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>The sound of a class as one file, as students may hear it.</summary>
public sealed class ClassSound : MadeFile
{
    private ClassSound() { }

    public static ClassSound Ask(Guid classId, string version, Instant now)
    {
        var sound = new ClassSound { ClassId = classId };
        sound.AskAgain(version, now);
        return sound;
    }
}

/// <summary>The address of one person's podcast of a course; whoever has it hears what that person may hear, until it is renewed or they leave.</summary>
public sealed class PodcastFeed
{
    private PodcastFeed() { }

    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Secret { get; private set; } = "";
    public Instant MadeAt { get; private set; }

    public static PodcastFeed For(Guid courseId, Guid personId) => new() { CourseId = courseId, PersonId = personId };

    public void Renew(string secret, Instant now) => (Secret, MadeAt) = (secret, now);
}
