using NodaTime;

namespace Lyceum.Domain.Grades;

public enum GradeState { Scored, Excused, Missing }

/// <summary>One person's grade in one activity: the only row the gradebook reads, written by whoever grades, in the same transaction as its cause.</summary>
public sealed class Grade
{
    private Grade() { }

    public Guid ActivityId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid CourseId { get; private set; }
    public GradeState State { get; private set; }
    /// <summary>In the activity's points; null while excused, missing or waiting for a hand.</summary>
    public decimal? Score { get; private set; }
    public bool IsLate { get; private set; }
    /// <summary>Handed in and waiting for somebody to grade it, in whole or in part.</summary>
    public bool NeedsGrading { get; private set; }
    /// <summary>The student sees it from here on; null = held back.</summary>
    public Instant? ReleasedAt { get; private set; }
    /// <summary>Set by hand over what the activity computed: a recomputation does not touch it any more.</summary>
    public bool IsByHand { get; private set; }
    public string? Note { get; private set; }
    public Guid? ChangedBy { get; private set; }
    public Instant ChangedAt { get; private set; }

    public static Grade For(Guid activityId, Guid courseId, Guid personId, Instant now) =>
        new() { ActivityId = activityId, CourseId = courseId, PersonId = personId, State = GradeState.Missing, ChangedAt = now };

    public bool IsReleased => ReleasedAt is not null;

    /// <summary>What the activity itself found (a marked quiz, class credit, a graded submission); ignored once set by hand.</summary>
    public void Record(decimal? score, bool isLate, bool needsGrading, Instant now, Guid? by = null)
    {
        if (IsByHand) return;
        (State, Score, IsLate, NeedsGrading, ChangedAt, ChangedBy) = (GradeState.Scored, score, isLate, needsGrading, now, by);
    }

    public Outcome<Done> Override(decimal score, decimal points, string? note, Guid by, Instant now)
    {
        if (score < 0) return Refusal.Invalid("A score is not below 0.", nameof(Score));
        if (score > points * 2) return Refusal.Invalid("That is more than twice the points of this activity.", nameof(Score));
        (State, Score, NeedsGrading, IsByHand, Note, ChangedBy, ChangedAt) = (GradeState.Scored, score, false, true, note, by, now);
        return new Done();
    }

    public void Excuse(string? note, Guid by, Instant now) =>
        (State, Score, NeedsGrading, IsByHand, Note, ChangedBy, ChangedAt) = (GradeState.Excused, null, false, true, note, by, now);

    public void MarkMissing(Instant now)
    {
        if (IsByHand) return;
        (State, Score, NeedsGrading, ChangedAt) = (GradeState.Missing, null, false, now);
    }

    public void Release(Instant now) => ReleasedAt ??= now;
    public void HoldBack() => ReleasedAt = null;
}
