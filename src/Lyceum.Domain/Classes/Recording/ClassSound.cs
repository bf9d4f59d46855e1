using NodaTime;

namespace Lyceum.Domain.Classes;

public enum MakingState { Waiting, Working, Ready, Failed, Cancelled }

/// <summary>The sound of a class as one file, as students may hear it: asked for, being made, ready. Made anew when something was cut since.</summary>
public sealed class ClassSound
{
    /// <summary>Whoever makes it says so at least this often.</summary>
    public static readonly Duration LeaseTime = Duration.FromMinutes(2);

    private ClassSound() { }

    public Guid ClassId { get; private set; }
    public MakingState State { get; private set; }
    public int Percent { get; private set; }
    /// <summary>Of the edits that it was made with.</summary>
    public string Version { get; private set; } = "";
    public long Bytes { get; private set; }
    public Instant AskedAt { get; private set; }
    public Instant? LeasedUntil { get; private set; }
    public string Trouble { get; private set; } = "";

    public static ClassSound Ask(Guid classId, string version, Instant now)
    {
        var sound = new ClassSound { ClassId = classId };
        sound.AskAgain(version, now);
        return sound;
    }

    public void AskAgain(string version, Instant now) => (State, Percent, Version, Trouble, AskedAt, LeasedUntil) = (MakingState.Waiting, 0, version, "", now, null);

    public void Begin(Instant now) => (State, LeasedUntil) = (MakingState.Working, now + LeaseTime);

    /// <summary>False when nobody wants it any more.</summary>
    public bool Advance(int percent, Instant now)
    {
        if (State != MakingState.Working) return false;
        (Percent, LeasedUntil) = (Math.Clamp(percent, 0, 99), now + LeaseTime);
        return true;
    }

    public void Finish(long bytes) => (State, Percent, Bytes, LeasedUntil) = (MakingState.Ready, 100, bytes, null);
    public void Fail(string trouble) => (State, Trouble, LeasedUntil) = (MakingState.Failed, trouble.Length > 500 ? trouble[..500] : trouble, null);

    public void Cancel()
    {
        if (State is MakingState.Waiting or MakingState.Working) (State, LeasedUntil) = (MakingState.Cancelled, null);
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
