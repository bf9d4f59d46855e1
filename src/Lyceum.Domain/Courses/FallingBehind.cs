using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>How somebody was in a class: there, by its replay, not (and it is too late), or not yet.</summary>
public enum ClassPresence { Live, Replay, Missed, Open }

/// <summary>
/// Something that was to be done by now. <paramref name="By"/> is when it was due for this student; a class is due when its replay stops to count.
/// <paramref name="Score"/> is the share of its points, null where none was given.
/// </summary>
public sealed record ExpectedWork(
    int Week, string Title, ActivityKind Kind, int Minutes, Instant By, double Done, ClassPresence? Presence = null, decimal? Score = null, bool IsExcused = false)
{
    public bool IsDone => IsExcused || Done >= 1;
    public bool IsHandedIn => Kind is ActivityKind.Assignment or ActivityKind.Quiz;
}

/// <summary>What a week of the course came to for one student.</summary>
public sealed record StudentWeek(int Number, IReadOnlyList<ClassPresence> Classes, double Done);

/// <summary>How much somebody needs to be spoken with, most first.</summary>
public enum Need { First, Soon, Watch, None }

/// <summary>Why; the page has the words.</summary>
public enum NeedReason { StoppedHandingIn, MissesClasses, NotSeen, ScoresFall, BehindWork, OnPlan }

/// <summary><paramref name="Count"/> and <paramref name="Title"/> fill the words of the reason.</summary>
public sealed record NeedFound(Need Need, NeedReason Reason, int Count = 0, string Title = "");

/// <summary>
/// Who is falling behind, and why: read from what was due by now. The reasons are tried from the gravest; one student has one, because one is
/// what one can talk about.
/// </summary>
public static class FallingBehind
{
    private static readonly Duration LongGone = Duration.FromDays(10);

    public static NeedFound Of(IReadOnlyList<ExpectedWork> expected, Instant? lastSeen, Instant now)
    {
        var due = expected.Where(work => work.By <= now).OrderBy(work => work.By).ToList();
        var handing = due.Where(work => work.IsHandedIn && !work.IsExcused).ToList();
        var stopped = TrailingCount(handing, work => !work.IsDone);
        var classes = due.Where(work => work.Presence is not null && !work.IsExcused).ToList();
        var missed = TrailingCount(classes, work => work.Presence == ClassPresence.Missed);
        if (stopped >= 3) return new(Need.First, NeedReason.StoppedHandingIn, stopped, handing[^stopped].Title);
        if (missed >= 2) return new(Need.First, NeedReason.MissesClasses, missed);
        if (due.Count > 0 && (lastSeen is null || now - lastSeen > LongGone)) return new(Need.First, NeedReason.NotSeen, lastSeen is { } seen ? (int)(now - seen).TotalDays : 0);
        if (stopped == 2) return new(Need.Soon, NeedReason.StoppedHandingIn, stopped, handing[^stopped].Title);
        if (classes.TakeLast(6).Count(work => work.Presence == ClassPresence.Missed) is var some and >= 2) return new(Need.Soon, NeedReason.MissesClasses, some);
        if (due.Count(work => !work.IsDone) is var open and >= 4) return new(Need.Soon, NeedReason.BehindWork, open);
        if (Fall(due) is { } fall) return new(Need.Watch, NeedReason.ScoresFall, fall);
        return due.Count(work => !work.IsDone) is var few and > 0 ? new(Need.Watch, NeedReason.BehindWork, few) : new(Need.None, NeedReason.OnPlan);
    }

    public static IReadOnlyList<StudentWeek> Weeks(IReadOnlyList<ExpectedWork> expected, int weeks) =>
        [.. Enumerable.Range(1, weeks).Select(number =>
        {
            var here = expected.Where(work => work.Week == number && !work.IsExcused).ToList();
            var minutes = here.Sum(work => Math.Max(1, work.Minutes));
            return new StudentWeek(number, [.. here.Select(work => work.Presence).OfType<ClassPresence>()],
                minutes == 0 ? 0 : here.Sum(work => Math.Max(1, work.Minutes) * Math.Clamp(work.Done, 0, 1)) / minutes);
        })];

    /// <summary>Three quiz scores and more, each lower than the one before.</summary>
    private static int? Fall(List<ExpectedWork> due)
    {
        var scores = due.Where(work => work.Kind == ActivityKind.Quiz && work.Score is not null).Select(work => work.Score!.Value).ToList();
        var length = 1;
        while (length < scores.Count && scores[^length] < scores[^(length + 1)]) length++;
        return length >= 3 ? length : null;
    }

    private static int TrailingCount(List<ExpectedWork> works, Func<ExpectedWork, bool> holds)
    {
        var count = 0;
        while (count < works.Count && holds(works[^(count + 1)])) count++;
        return count;
    }
}
