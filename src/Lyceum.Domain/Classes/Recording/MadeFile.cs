using NodaTime;

namespace Lyceum.Domain.Classes;

public enum MakingState { Waiting, Working, Ready, Failed, Cancelled }

/// <summary>Something that is made of a class's recordings when it is asked for: waiting, being made, ready. Out of date when the replay was edited since.</summary>
public abstract class MadeFile
{
    /// <summary>Whoever makes it says so at least this often.</summary>
    public static readonly Duration LeaseTime = Duration.FromMinutes(2);

    public Guid ClassId { get; protected init; }
    public MakingState State { get; private set; }
    public int Percent { get; private set; }
    /// <summary>Of the edits that it is made with.</summary>
    public string Version { get; private set; } = "";
    public long Bytes { get; private set; }
    public Instant AskedAt { get; private set; }
    public Instant? LeasedUntil { get; private set; }
    public string Trouble { get; private set; } = "";

    public void AskAgain(string version, Instant now) => (State, Percent, Version, Trouble, AskedAt, LeasedUntil) = (MakingState.Waiting, 0, version, "", now, null);

    /// <summary>Whether asking has it made: it is of another version, or, when <paramref name="again"/>, it failed or was cancelled.</summary>
    public bool Lacks(string version, bool again) => Version != version || (again && State is MakingState.Failed or MakingState.Cancelled);

    public void Begin(Instant now) => (State, Percent, LeasedUntil) = (MakingState.Working, 0, now + LeaseTime);

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
