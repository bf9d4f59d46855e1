using NodaTime;

namespace Lyceum.Domain.Today;

/// <summary>Work at one's own time: not before the day <paramref name="First"/>, finished at <paramref name="Until"/>; both in the reader's zone.</summary>
public sealed record OwnWork(Guid Id, int Minutes, LocalDate First, LocalDateTime Until);

/// <summary>A stretch of the week in the reader's zone.</summary>
public sealed record Stretch(LocalDateTime Start, LocalDateTime End)
{
    public int Minutes => (int)Period.Between(Start, End, PeriodUnits.Minutes).Minutes;
    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;
}

/// <summary>
/// Spreads the week's own work over its days: what is due first is placed first, each on the day that has least so far. It looks only at the
/// week itself, not at the clock, so the plan does not move while the week goes by.
/// </summary>
public static class WeekPlan
{
    private const int LongestBlock = 180;
    private static readonly LocalTime[] Weekday = [.. Halves(17, 21), .. Halves(9, 17)];
    private static readonly LocalTime[] Weekend = [.. Halves(10, 21)];

    public static IReadOnlyDictionary<Guid, Stretch> Spread(LocalDate monday, IEnumerable<OwnWork> works, IEnumerable<Stretch> classes)
    {
        var taken = classes.ToList();
        var plan = new Dictionary<Guid, Stretch>();
        foreach (var work in works.OrderBy(work => work.Until).ThenByDescending(work => work.Minutes).ThenBy(work => work.Id))
        {
            var slot = SlotFor(work, monday, taken);
            plan[work.Id] = slot;
            taken.Add(slot);
        }
        return plan;
    }

    private static Stretch SlotFor(OwnWork work, LocalDate monday, List<Stretch> taken)
    {
        var minutes = Math.Clamp(work.Minutes, 15, LongestBlock);
        var days = Enumerable.Range(0, 7).Select(day => monday.PlusDays(day)).Where(day => day >= work.First && day <= work.Until.Date);
        foreach (var day in days.OrderBy(day => LoadOf(day, taken)).ThenBy(day => day))
            foreach (var start in day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? Weekend : Weekday)
            {
                var slot = new Stretch(day + start, (day + start).PlusMinutes(minutes));
                if (slot.End <= work.Until && !taken.Exists(slot.Overlaps)) return slot;
            }
        // No gap is left before it is due: the last minutes before that, over whatever else stands there.
        return new(work.Until.PlusMinutes(-minutes), work.Until);
    }

    private static int LoadOf(LocalDate day, List<Stretch> taken) => taken.Where(stretch => stretch.Start.Date == day).Sum(stretch => stretch.Minutes);

    private static IEnumerable<LocalTime> Halves(int from, int until) =>
        Enumerable.Range(0, (until - from) * 2).Select(half => new LocalTime(from, 0).PlusMinutes(half * 30));
}
