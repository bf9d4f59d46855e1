using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>How far one person is with one activity; the same shape for every kind, so that a course page reads one table.</summary>
public sealed class ActivityProgress
{
    private ActivityProgress() { }

    public Guid ActivityId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid CourseId { get; private set; }
    public Instant FirstSeenAt { get; private set; }
    public Instant LastSeenAt { get; private set; }
    public Instant? DoneAt { get; private set; }
    /// <summary>0 to 1; never falls.</summary>
    public double FractionDone { get; private set; }
    /// <summary>What the row says beside the bar in the kind's own unit: answered questions, seconds left, slides; null = nothing to say.</summary>
    public int? UnitsDone { get; private set; }
    public int? UnitsTotal { get; private set; }

    public static ActivityProgress Begin(Activity activity, Guid personId, Instant now) => Begin(activity.Id, activity.CourseId, personId, now);

    public static ActivityProgress Begin(Guid activityId, Guid courseId, Guid personId, Instant now) =>
        new() { ActivityId = activityId, PersonId = personId, CourseId = courseId, FirstSeenAt = now, LastSeenAt = now };

    public void Advance(double fraction, Instant now, int? unitsDone = null, int? unitsTotal = null)
    {
        FractionDone = Math.Clamp(Math.Max(FractionDone, fraction), 0, 1);
        (LastSeenAt, UnitsDone, UnitsTotal) = (now, unitsDone ?? UnitsDone, unitsTotal ?? UnitsTotal);
    }

    public void Finish(Instant now) => (DoneAt, FractionDone, LastSeenAt) = (DoneAt ?? now, 1, now);
    public void Reopen() => DoneAt = null;
}
