using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Today;

/// <summary>Solid is live, a tint with an edge is planned, white with a check is done, a dashed edge is a class that was missed and can be replayed.</summary>
public enum BlockKind { Live, Planned, Done, Missed }

/// <summary>A block in a day: hours from midnight, and which of how many lanes beside each other it stands in.</summary>
public sealed record WeekBlock(string Hue, string Title, string Url, BlockKind Kind, LocalTime Starts, LocalTime? Ends, double From, double Hours, int Lane, int Lanes);

public sealed record WeekDue(string Hue, string Title, string Url, bool IsDone);

public sealed record WeekDay(LocalDate Date, bool IsToday, IReadOnlyList<WeekDue> Due, IReadOnlyList<WeekBlock> Blocks);

/// <summary>The week as it is drawn: seven days over the hours in which something happens. <paramref name="Now"/> in hours from midnight, today.</summary>
public sealed record WeekGrid(IReadOnlyList<WeekDay> Days, int FirstHour, int LastHour, double Now)
{
    private const int Earliest = 9, Latest = 21;
    private const double ShortestBlock = 1.4;

    public static WeekGrid Of(OwnWeek week)
    {
        var today = week.Local(week.Now);
        var days = Enumerable.Range(0, 7).Select(number => DayOf(week, week.Monday.PlusDays(number), today.Date)).ToList();
        var blocks = days.SelectMany(day => day.Blocks).ToList();
        var first = blocks.Select(block => (int)block.From).Append(Earliest).Min();
        var last = blocks.Select(block => (int)Math.Ceiling(block.From + block.Hours)).Append(Latest).Max();
        return new(days, first / 3 * 3, Math.Min(24, (last + 2) / 3 * 3), HoursOf(today.TimeOfDay));
    }

    private static WeekDay DayOf(OwnWeek week, LocalDate date, LocalDate today)
    {
        var due = week.Activities
            .Where(one => one.In.Role == CourseRole.Student && one.Activity is { IsLive: false, Points: not null, Window.Due: { } at } && week.Local(at).Date == date)
            .Select(one => new WeekDue(one.Hue, one.Activity.Title, one.Url, one.IsDone));
        var classes = week.Classes.Where(one => week.Local(one.Class!.Starts).Date == date).Select(one => ClassBlock(week, one));
        var works = week.Works.Where(one => week.Plan[one.Activity.Id].Start.Date == date).Select(one => WorkBlock(week, one));
        return new(date, date == today, due.ToList(), InLanes(classes.Concat(works).OrderBy(block => block.From).ToList()));
    }

    private static WeekBlock ClassBlock(OwnWeek week, OwnActivity one)
    {
        var stretch = week.StretchOf(one.Class!);
        var kind = !one.Class!.IsOverAt(week.Now) ? BlockKind.Live : one.IsDone || one.In.Teaches ? BlockKind.Done : BlockKind.Missed;
        return new(one.Hue, one.Activity.Title, one.Url, kind, stretch.Start.TimeOfDay, stretch.End.TimeOfDay, HoursOf(stretch.Start.TimeOfDay), stretch.Minutes / 60.0, 0, 1);
    }

    private static WeekBlock WorkBlock(OwnWeek week, OwnActivity one)
    {
        var slot = week.Plan[one.Activity.Id];
        return new(one.Hue, one.Activity.Title, one.Url, one.IsDone ? BlockKind.Done : BlockKind.Planned, slot.Start.TimeOfDay, null, HoursOf(slot.Start.TimeOfDay), slot.Minutes / 60.0, 0, 1);
    }

    /// <summary>Blocks that would cover each other (a short one is drawn taller than it lasts) stand side by side.</summary>
    private static IReadOnlyList<WeekBlock> InLanes(List<WeekBlock> blocks)
    {
        var placed = new List<WeekBlock>();
        var group = new List<WeekBlock>();
        var groupEnd = 0.0;
        foreach (var block in blocks)
        {
            if (block.From >= groupEnd) Close();
            var ends = group.GroupBy(one => one.Lane).ToDictionary(lane => lane.Key, lane => lane.Max(End));
            var lane = Enumerable.Range(0, blocks.Count).First(number => !ends.TryGetValue(number, out var end) || end <= block.From);
            group.Add(block with { Lane = lane });
            groupEnd = Math.Max(groupEnd, End(block));
        }
        Close();
        return placed;

        void Close()
        {
            placed.AddRange(group.Select(block => block with { Lanes = group.Max(one => one.Lane) + 1 }));
            group.Clear();
        }
    }

    private static double End(WeekBlock block) => block.From + Math.Max(block.Hours, ShortestBlock);
    private static double HoursOf(LocalTime time) => time.TickOfDay / (double)NodaConstants.TicksPerHour;
}
