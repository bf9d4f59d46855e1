using NodaTime;

namespace Lyceum.Domain.School;

/// <summary>Something to be done later: written in the transaction of its cause, leased by one node at a time, repeated until it succeeds.</summary>
public sealed class Job
{
    private Job() { }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    /// <summary>JSON, in the shape its handler knows.</summary>
    public string Payload { get; private set; } = "{}";
    public Instant CreatedAt { get; private set; }
    public Instant RunAfter { get; private set; }
    public Instant? LeasedUntil { get; private set; }
    public Instant? DoneAt { get; private set; }
    public Instant? GivenUpAt { get; private set; }
    public int Attempts { get; private set; }
    public string? LastError { get; private set; }

    public static Job New(string kind, string payload, Instant runAfter, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Payload = payload, RunAfter = runAfter, CreatedAt = now };

    public bool IsOver => DoneAt is not null || GivenUpAt is not null;

    public void Lease(Instant now, Duration time) => LeasedUntil = now + time;
    public void Succeed(Instant now) => (DoneAt, LeasedUntil, LastError, Attempts) = (now, null, null, Attempts + 1);

    public void Fail(string error, Instant now)
    {
        Attempts++;
        (LastError, LeasedUntil) = (error.Length > 1000 ? error[..1000] : error, null);
        if (Attempts >= 12) GivenUpAt = now;
        else RunAfter = now + BackOff.After(Attempts);
    }

    public void StartOver(Instant now) => (Attempts, RunAfter, GivenUpAt, LeasedUntil) = (0, now, null, null);
}
