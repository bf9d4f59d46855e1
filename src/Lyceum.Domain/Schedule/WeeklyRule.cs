using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Schedule;

/// <summary>
/// Classes on some days of the week at a local time of a zone, for some weeks. The local time is what is kept: the instants follow the
/// zone's clock changes. Weeks begin on Monday; the first is the one with <paramref name="From"/> in it, from that day on.
/// </summary>
/// <param name="Days">The days of the week.</param>
/// <param name="At">Local time in <paramref name="Zone"/>.</param>
/// <param name="Minutes">Length of one class.</param>
/// <param name="Zone">IANA zone id.</param>
/// <param name="From">The first day, local.</param>
/// <param name="Weeks">How many weeks.</param>
/// <param name="Exceptions">At most one for a date.</param>
public sealed record WeeklyRule(
    ImmutableArray<IsoDayOfWeek> Days, LocalTime At, int Minutes, string Zone, LocalDate From, int Weeks, ImmutableArray<ScheduleException> Exceptions)
{
    public static Outcome<WeeklyRule> Of(
        IEnumerable<IsoDayOfWeek> days, LocalTime at, int minutes, string zone, LocalDate from, int weeks, IEnumerable<ScheduleException> exceptions)
    {
        ImmutableArray<IsoDayOfWeek> chosen = [.. days.Where(d => d != IsoDayOfWeek.None).Distinct().Order()];
        if (chosen.IsEmpty) return Refusal.Invalid("Choose at least one day of the week.", nameof(Days));
        if (minutes is < 5 or > 480) return Refusal.Invalid("A class lasts between 5 minutes and 8 hours.", nameof(Minutes));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null) return Refusal.Invalid("There is no time zone of this name.", nameof(Zone));
        if (weeks is < 1 or > 60) return Refusal.Invalid("Plan between 1 and 60 weeks.", nameof(Weeks));
        var rule = new WeeklyRule(chosen, at, minutes, zone, from, weeks, [.. exceptions.OrderBy(e => e.Date)]);
        if (rule.Exceptions.DistinctBy(e => e.Date).Count() != rule.Exceptions.Length) return Refusal.Invalid("One day can have only one exception.", nameof(Exceptions));
        if (rule.Exceptions.FirstOrDefault(e => !rule.Dates().Contains(e.Date)) is { } stray)
            return Refusal.Invalid("There is no class on {0} to make an exception of.", nameof(Exceptions), stray.Date);
        return rule;
    }

    /// <summary>In the order of the calendar as it was before the exceptions.</summary>
    public ImmutableArray<Occurrence> Occurrences()
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        return [.. Dates().Select(date => OccurrenceOn(date, zone))];
    }

    private IEnumerable<LocalDate> Dates()
    {
        var monday = From.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return from week in Enumerable.Range(0, Weeks)
               from day in Days
               let date = monday.PlusWeeks(week).PlusDays((int)day - 1)
               where date >= From
               select date;
    }

    private Occurrence OccurrenceOn(LocalDate date, DateTimeZone zone)
    {
        var monday = From.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var week = 1 + (Period.Between(monday, date, PeriodUnits.Days).Days / 7);
        var exception = Exceptions.FirstOrDefault(e => e.Date == date);
        if (exception is Skip) return new(week, date, OccurrenceState.Skipped, date.At(At), null, null, LocalTimeKind.Plain, exception.Reason);
        var local = exception is Move move ? move.To : date.At(At);
        var (start, kind) = LocalTimes.Resolve(local, zone);
        return new(week, date, exception is Move ? OccurrenceState.Moved : OccurrenceState.Set, local, start, start + Duration.FromMinutes(Minutes), kind, exception?.Reason ?? "");
    }
}

/// <summary>What is different on one date of a weekly rule.</summary>
public abstract record ScheduleException(LocalDate Date, string Reason);

/// <summary>No class on that date.</summary>
public sealed record Skip(LocalDate Date, string Reason) : ScheduleException(Date, Reason);

/// <summary>The class of that date is held at another local time of the same zone.</summary>
public sealed record Move(LocalDate Date, LocalDateTime To, string Reason) : ScheduleException(Date, Reason);

public enum OccurrenceState { Set, Moved, Skipped }

/// <summary>One class of a rule. <paramref name="Week"/> counts from 1; instants are UTC, and null when it is skipped.</summary>
public sealed record Occurrence(
    int Week, LocalDate Date, OccurrenceState State, LocalDateTime Local, Instant? Starts, Instant? Ends, LocalTimeKind Kind, string Reason);
