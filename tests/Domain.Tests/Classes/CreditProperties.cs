using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>What must hold of the credit for every class, every way of watching it and every order in which reports come.</summary>
public sealed class CreditProperties
{
    private const long Minute = 60_000;
    private static readonly Instant Evening = Start + Duration.FromHours(5);
    private static readonly Duration Slack = Duration.FromSeconds(5);

    /// <summary>A class of up to 75 minutes: who came and went, what was asked, what was answered, what was cut afterwards.</summary>
    private sealed record Held(ClassOnTheTable Table, Stretches Cuts, CreditRule Rule)
    {
        public long LengthMs { get; } = Table.State.OffsetAt(Table.Now);
        private readonly Stretches attended = Attendance.Fold(Table.Log, 0).GetValueOrDefault(Mei.PersonId, Stretches.None);

        public CreditStanding Standing(Stretches watched) => CreditStanding.Of(Rule, Table.State, LengthMs, Mei.PersonId, attended, watched, null, Cuts);

        public override string ToString() => $"{LengthMs} ms, cut {Said(Cuts)}, {Rule}, {string.Join(", ", Table.Log.Select(e => $"{e.OffsetMs} {e.Event.GetType().Name}"))}";
    }

    /// <summary>One thing that somebody does in a replay: plays on, jumps, pauses, or has the same reported once more.</summary>
    private sealed record Step(StepKind Kind, int Amount, int Speed);

    private enum StepKind { Play, Seek, Pause, Repeat }

    [Fact]
    public void Seeking_alone_never_raises_it() => Holds(from held in Classes from steps in Watching select (held, steps), it =>
    {
        var viewer = new Viewer(it.held);
        foreach (var step in it.steps)
        {
            var before = it.held.Standing(viewer.Watch.Watched);
            viewer.Do(step);
            if (step.Kind != StepKind.Play && before != it.held.Standing(viewer.Watch.Watched)) return false;
        }
        return true;
    });

    [Fact]
    public void Watching_at_any_speed_on_offer_counts_whole_and_nothing_else_does() => Holds(from held in Classes from steps in Watching select (held, steps), it =>
    {
        var viewer = new Viewer(it.held);
        foreach (var step in it.steps) viewer.Do(step);
        return viewer.Watch.Watched.SequenceEqual(viewer.Played);
    });

    [Fact]
    public void Nothing_that_is_reported_ever_lowers_it() => Holds(from held in Classes from claims in Claims select (held, claims), it =>
    {
        var watch = Fresh();
        foreach (var claim in it.claims)
        {
            var before = it.held.Standing(watch.Watched);
            Report(watch, claim, it.held.LengthMs);
            var after = it.held.Standing(watch.Watched);
            if (after.CoveredMs < before.CoveredMs || (before.IsEarned && !after.IsEarned) || (before.HasSeenEnough && !after.HasSeenEnough)) return false;
        }
        return true;
    });

    [Fact]
    public void No_more_counts_than_the_wall_clock_allows_whatever_is_claimed() => Holds(Claims, claims =>
    {
        var watch = Fresh();
        foreach (var claim in claims)
        {
            Report(watch, claim, 75 * Minute);
            if (watch.Watched.TotalMs > (claim.At + Slack - Evening).TotalMilliseconds * 3) return false;
        }
        return true;
    });

    [Fact]
    public void A_script_that_reports_a_thousand_times_a_second_gains_nothing_by_it()
    {
        var watch = Fresh();
        for (var i = 0; i < 2000; i++) watch.Add([new(i * 2_000L, i * 2_000L + 2_000)], Evening, 75 * Minute, Evening + Duration.FromMilliseconds(i));
        Assert.InRange(watch.Watched.TotalMs, 0, (2_000 + 5_000) * 3);
    }

    [Fact]
    public void A_report_that_comes_twice_changes_nothing() => Holds(Claims, claims =>
    {
        var (once, twice) = (Fresh(), Fresh());
        foreach (var claim in claims)
        {
            // Claimed in good time, so that none of it is cut off.
            var inTime = claim with { Intervals = [.. claim.Intervals.Take(1).Select(i => new WatchedInterval(i.FromMs, Math.Min(i.UntilMs, i.FromMs + 2_000)))] };
            Report(once, inTime, 75 * Minute);
            Report(twice, inTime, 75 * Minute);
            Report(twice, inTime, 75 * Minute);
        }
        return once.Intervals.SequenceEqual(twice.Intervals) && once.SpentUntil == twice.SpentUntil;
    });

    [Fact]
    public void The_order_in_which_reports_come_does_not_matter() =>
        Holds(from claims in Claims from keys in Gen.Choose(0, 1_000_000).ArrayOf(40) select (claims, keys), it =>
        {
            var (late, intervals) = (Evening + Duration.FromHours(2), it.claims.Select(c => c.Intervals).ToArray());
            var (forth, mixed) = (Fresh(), Fresh());
            foreach (var burst in intervals) forth.Add(burst, Evening, 75 * Minute, late);
            foreach (var burst in intervals.Zip(it.keys).OrderBy(p => p.Second).Select(p => p.First)) mixed.Add(burst, Evening, 75 * Minute, late);
            return forth.Intervals.SequenceEqual(mixed.Intervals);
        });

    private sealed class Viewer(Held held)
    {
        private Instant now = Evening;
        private long at;
        private WatchedInterval[] last = [];

        public ReplayWatch Watch { get; } = Fresh();
        public Stretches Played { get; private set; } = Stretches.None;

        public void Do(Step step)
        {
            if (step.Kind == StepKind.Seek) at = step.Amount * held.LengthMs / 1000;
            if (step.Kind == StepKind.Pause) now += Duration.FromMilliseconds(step.Amount * 100);
            if (step.Kind == StepKind.Play) Play(step.Amount * 100, step.Speed);
            // What is reported beside a jump or a pause is nothing, or what was reported before.
            Watch.Add(step.Kind is StepKind.Play or StepKind.Repeat ? last : [new(at, at)], Evening, held.LengthMs, now);
        }

        private void Play(long ms, int halves)
        {
            now += Duration.FromMilliseconds(ms);
            last = [new(at, Math.Min(held.LengthMs, at + ms * halves / 2))];
            at = last[0].UntilMs;
            Played = Played.With(last);
        }
    }

    private sealed record Claim(Instant At, ImmutableArray<WatchedInterval> Intervals)
    {
        public override string ToString() => $"{At}: {Said(Intervals)}";
    }

    private static void Report(ReplayWatch watch, Claim claim, long lengthMs) => watch.Add(claim.Intervals, Evening, lengthMs, claim.At);

    private static ReplayWatch Fresh() => ReplayWatch.Begin(Guid.Empty, Mei.PersonId, Evening);

    private static string Said(IEnumerable<WatchedInterval> intervals) => string.Join(' ', intervals.Select(i => $"{i.FromMs}-{i.UntilMs}"));

    private static Gen<Step[]> Watching => (
        from kind in Gen.Elements(Enum.GetValues<StepKind>())
        from amount in Gen.Choose(0, 1000)
        from speed in Gen.Choose(1, 6)
        select new Step(kind, amount, speed)).ArrayOf(40);

    private static Gen<Claim[]> Claims =>
        from gaps in Gen.Choose(1_000, 40_000).ArrayOf(40)
        from bursts in Interval(75).ArrayOf(3).ArrayOf(40)
        select gaps.Zip(bursts).Select((pair, i) => new Claim(Evening + Duration.FromMilliseconds(gaps.Take(i + 1).Sum()), [.. pair.Second])).ToArray();

    private static Gen<WatchedInterval> Interval(int minutes) =>
        from a in Gen.Choose(0, (int)(minutes * Minute))
        from length in Gen.Choose(-1_000, 200_000)
        select new WatchedInterval(a, a + length);

    private static Gen<Held> Classes =>
        from minutes in Gen.Choose(1, 75)
        from deeds in Gen.Choose(0, 5).ArrayOf(20)
        from cuts in Interval(minutes).ArrayOf(3)
        from percent in Gen.Choose(1, 100)
        from needed in Gen.Choose(0, 60)
        from answers in Gen.Elements(true, false)
        select new Held(Hold(minutes, deeds), Stretches.Of(cuts).Within(0, minutes * Minute), new CreditRule(needed, percent, answers));

    private static ClassOnTheTable Hold(int minutes, int[] deeds)
    {
        var table = Started();
        foreach (var deed in deeds)
        {
            table.At(table.Now + Duration.FromMilliseconds(minutes * Minute / (deeds.Length + 1)));
            table.Try(deed is 2 or 5 ? Amara : Mei, deed switch
            {
                0 => new DisconnectPerson("Mei Tanaka-1"),
                1 => new ConnectPerson("Mei Tanaka-1"),
                2 => new OpenPoll(3),
                3 => new AnswerPoll(3, [1]),
                4 => new MarkLost(),
                _ => new ClosePoll(3),
            });
        }
        table.At(Start + Duration.FromMinutes(minutes)).Do(Amara, new EndClass());
        return table;
    }

    private static void Holds<T>(Gen<T> cases, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(cases.ToArbitrary(), holds));
}
