using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What staff say of one person's attendance against the log: so many minutes, and why. The log stays as it is.</summary>
public sealed class AttendanceCorrection
{
    private AttendanceCorrection() { }

    public Guid ClassId { get; private set; }
    public Guid PersonId { get; private set; }
    public int Minutes { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid CorrectedBy { get; private set; }
    public Instant CorrectedAt { get; private set; }

    /// <summary>As the attendance counts it: from the start of the class on.</summary>
    public Stretches There => Stretches.Of([new WatchedInterval(0, Minutes * 60_000L)]);

    public static AttendanceCorrection For(Guid classId, Guid personId) => new() { ClassId = classId, PersonId = personId };

    public Outcome<Done> Say(int minutes, string? reason, Guid by, Instant now)
    {
        var why = reason?.Trim() ?? "";
        if (minutes is < 0 or > 720) return Refusal.Invalid("A correction has between 0 and 720 minutes.");
        if (why.Length is 0 or > 300) return Refusal.Invalid("Say in at most 300 characters why it is corrected.");
        (Minutes, Reason, CorrectedBy, CorrectedAt) = (minutes, why, by, now);
        return new Done();
    }
}
