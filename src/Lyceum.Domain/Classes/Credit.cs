using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// What earns the credit of a class: being there for <paramref name="AttendMinutes"/>, or having seen <paramref name="ReplayPercent"/> of its distinct
/// seconds, live and in the replay together; and with <paramref name="AnswerPolls"/> an answer to every poll that was opened. A checkpoint that
/// was added afterwards is asked of those who earn it by the replay, if it was there in time.
/// </summary>
public sealed record CreditRule(int AttendMinutes, int ReplayPercent, bool AnswerPolls)
{
    public static CreditRule Usual { get; } = new(40, 90, true);

    /// <summary>A lesson cannot be attended: watching it is the one way.</summary>
    public CreditRule For(ClassSession session) => session.IsLesson ? this with { AttendMinutes = int.MaxValue / 60_000 } : this;

    public static Outcome<CreditRule> Of(int attendMinutes, int replayPercent, bool answerPolls) =>
        attendMinutes is < 0 or > 600 ? Refusal.Invalid("Minutes to attend lie between 0 and 600.", nameof(AttendMinutes))
        : replayPercent is < 1 or > 100 ? Refusal.Invalid("The share to watch lies between 1 and 100 %.", nameof(ReplayPercent))
        : new CreditRule(attendMinutes, replayPercent, answerPolls);
}

/// <summary>How one person stands towards the credit. <paramref name="NeededMs"/> is what being there asks, or the whole of a shorter class.</summary>
public sealed record CreditStanding(long AttendedMs, long CoveredMs, long LengthMs, long NeededMs, int PollsAsked, int PollsAnswered, bool HasSeenEnough, bool IsEarned)
{
    /// <param name="rule">The rule of the class.</param>
    /// <param name="state">The whole state of the class.</param>
    /// <param name="length">Of the class, in milliseconds; of one that goes on, until now.</param>
    /// <param name="personId">Whose standing it is.</param>
    /// <param name="attended">When they were there.</param>
    /// <param name="watched">What they watched in the replay.</param>
    /// <param name="countsUntil">Answers after this instant do not count; null when there is no date.</param>
    /// <param name="cuts">What was taken out of the replay: none of it is asked.</param>
    public static CreditStanding Of(CreditRule rule, ClassState state, long length, Guid personId, Stretches attended, Stretches watched, Instant? countsUntil, Stretches cuts)
    {
        var there = attended.Within(0, length);
        var seen = there.With(watched).Within(0, length);
        var left = length - cuts.Within(0, length).TotalMs;
        // The share of what is left, or of the whole where that is more: a cut takes nothing from whoever had seen it.
        var covered = left <= 0 ? seen.TotalMs : Math.Max(seen.TotalMs, seen.Without(cuts).TotalMs * length / left);
        var needed = Math.Min(rule.AttendMinutes * 60_000L, length);
        var wasThere = length > 0 && there.TotalMs >= needed;
        var polls = state.Polls.Where(p => p.OpenedMs is { } at && !cuts.Any(c => at >= c.FromMs && at < c.UntilMs) && (p.AddedAt is null || (!wasThere && !(p.AddedAt > countsUntil)))).ToArray();
        var answered = polls.Count(p => p.Answers.TryGetValue(personId, out var answer) && !(answer.At > countsUntil));
        var hasSeenEnough = wasThere || (length > 0 && covered * 100 >= length * rule.ReplayPercent);
        return new(there.TotalMs, covered, length, needed, polls.Length, answered, hasSeenEnough, hasSeenEnough && (!rule.AnswerPolls || answered == polls.Length));
    }
}
