using Lyceum.Domain.Schedule;
using NodaTime;

namespace Lyceum.Web.Features.Schedule;

/// <summary>A zone in which people of the course live, and one of them.</summary>
public sealed record StudentZone(string Id, int Students, string SomebodysName)
{
    public string City => Id.Split('/')[^1].Replace('_', ' ');
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Id];
}

/// <summary>A time of day in a zone, and whether it is not the usual one there.</summary>
public sealed record ZoneTime(LocalTime Time, bool IsUnusual);

/// <summary>One line of the calendar: a week of classes, or a change of clocks between two weeks.</summary>
public abstract record CalendarLine;

public sealed record WeekLine(int Number, IReadOnlyList<Occurrence?> Days, IReadOnlyList<ZoneTime?> Times, string? Note) : CalendarLine;

public sealed record ClockLine(ClockChange Change, string City, bool IsHere, IReadOnlyList<string> Elsewhere) : CalendarLine;

/// <summary>A stretch of the plan during which the classes are at one time in a zone; <paramref name="Usual"/> is what it is most of the time.</summary>
public sealed record StudentView(StudentZone Zone, LocalTime Usual, IReadOnlyList<(LocalTime Time, LocalDate From, LocalDate Until)> Unusual);

/// <summary>What a rule comes to, for the eyes of the planner: weeks, the times elsewhere, the changes of clocks, the conflicts.</summary>
public sealed class PlanCalendar
{
    public PlanCalendar(WeeklyRule rule, IEnumerable<StudentZone> zones, IReadOnlyCollection<Engagement> engagements)
    {
        Rule = rule;
        Zones = [.. zones];
        Occurrences = [.. rule.Occurrences()];
        Conflicts = [.. Domain.Schedule.Conflicts.Find(Occurrences, engagements)];
        Lines = [.. MakeLines()];
    }

    public WeeklyRule Rule { get; }
    public IReadOnlyList<StudentZone> Zones { get; }
    public IReadOnlyList<Occurrence> Occurrences { get; }
    public IReadOnlyList<Conflict> Conflicts { get; }
    public IReadOnlyList<CalendarLine> Lines { get; }
    public int Count => Occurrences.Count(o => o.Starts is not null);
    public int Held => Conflicts.Select(c => c.Occurrence.Date).Distinct().Count();

    public bool IsInConflict(Occurrence occurrence) => Conflicts.Any(c => c.Occurrence.Date == occurrence.Date);

    public IEnumerable<StudentView> Views => Zones.Select(View);

    private IEnumerable<CalendarLine> MakeLines()
    {
        var usual = Zones.ToDictionary(z => z.Id, UsualIn);
        Instant? before = null;
        foreach (var week in Occurrences.GroupBy(o => o.Week))
        {
            var first = week.FirstOrDefault(o => o.Starts is not null);
            if (before is { } earlier && first?.Starts is { } later)
                foreach (var line in Changes(earlier, later)) yield return line;
            before = week.LastOrDefault(o => o.Starts is not null)?.Starts ?? before;
            var regular = week.FirstOrDefault(o => o.State == OccurrenceState.Set) ?? first;
            yield return new WeekLine(week.Key, [.. Rule.Days.Select(d => week.FirstOrDefault(o => o.Date.DayOfWeek == d))],
                [.. Zones.Select(z => regular?.Starts is { } at ? TimeIn(z, at, usual[z.Id]) : null)],
                first is null ? week.FirstOrDefault(o => o.Reason != "")?.Reason : null);
        }
    }

    private IEnumerable<ClockLine> Changes(Instant earlier, Instant later) =>
        from change in ClockChanges.Between(earlier, later, Zones.Select(z => z.Id))
        let zone = Zones.First(z => z.Id == change.Zone)
        select new ClockLine(change, zone.City, change.Zone == Rule.Zone, [.. Zones.Where(z => z.Id != change.Zone).Select(z => z.City)]);

    private LocalTime UsualIn(StudentZone zone) =>
        Occurrences.Where(o => o is { State: OccurrenceState.Set, Starts: not null }).Select(o => o.Starts!.Value.InZone(zone.Zone).TimeOfDay)
            .GroupBy(time => time).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? Rule.At;

    private static ZoneTime TimeIn(StudentZone zone, Instant at, LocalTime usual)
    {
        var time = at.InZone(zone.Zone).TimeOfDay;
        return new(time, time != usual);
    }

    private StudentView View(StudentZone zone)
    {
        var usual = UsualIn(zone);
        var unusual = new List<(LocalTime Time, LocalDate From, LocalDate Until)>();
        foreach (var local in Occurrences.Where(o => o is { State: OccurrenceState.Set, Starts: not null }).Select(o => o.Starts!.Value.InZone(zone.Zone).LocalDateTime))
        {
            if (local.TimeOfDay == usual) unusual.Add(default);
            else if (unusual.Count > 0 && unusual[^1].Time == local.TimeOfDay && unusual[^1] != default) unusual[^1] = unusual[^1] with { Until = local.Date };
            else unusual.Add((local.TimeOfDay, local.Date, local.Date));
        }
        return new(zone, usual, [.. unusual.Where(u => u != default)]);
    }
}
