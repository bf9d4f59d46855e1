using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Domain.Schedule;

/// <summary>The weekly rule of a course or of one of its sections, as last saved; its classes exist once it has been published.</summary>
public sealed class ClassPlan
{
    private ClassPlan() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid? SectionId { get; private set; }
    /// <summary>What the classes are called; each adds its number.</summary>
    public string Title { get; private set; } = "";
    public ImmutableArray<IsoDayOfWeek> Days { get; private set; } = [];
    public LocalTime At { get; private set; }
    public int Minutes { get; private set; }
    public string Zone { get; private set; } = "";
    public LocalDate From { get; private set; }
    public int Weeks { get; private set; }
    public int LobbyMinutes { get; private set; }
    public ImmutableArray<PlannedException> Exceptions { get; private set; } = [];
    public Instant ChangedAt { get; private set; }
    public Instant? PublishedAt { get; private set; }
    /// <summary>What students see, which later drafts leave alone; null before the first publishing.</summary>
    public KeptRule? Published { get; private set; }
    /// <summary>What they saw before the last publishing, to go back to; null = nothing.</summary>
    public KeptRule? Before { get; private set; }

    public static ClassPlan New(Guid courseId, Guid? sectionId) => new() { Id = Guid.CreateVersion7(), CourseId = courseId, SectionId = sectionId };

    public Outcome<Done> Keep(string title, WeeklyRule rule, int lobbyMinutes, Instant now)
    {
        if (title.Trim().Length is 0 or > 120) return Refusal.Invalid("A title has 1 to 120 characters.", nameof(Title));
        if (lobbyMinutes is < 0 or > 120) return Refusal.Invalid("The doors open at most two hours before.", nameof(LobbyMinutes));
        // Published by a version that kept one rule only: what stands there is what students see.
        if (PublishedAt is not null) Published ??= KeptRule.Of(this);
        Take(title.Trim(), rule, lobbyMinutes, now);
        return new Done();
    }

    public void Publish(Instant now) => (Before, Published, PublishedAt) = (Published, KeptRule.Of(this), now);

    /// <summary>Back to what students saw before the last publishing; false when they saw no classes of it.</summary>
    public Outcome<bool> TakeBack(Instant now)
    {
        if (Published is null) return Refusal.Conflict("There is no publishing to take back.");
        (Published, Before) = (Before, null);
        if (Published is { } kept) Take(kept.Title, kept.Rule(), kept.LobbyMinutes, now);
        else PublishedAt = null;
        return Published is not null;
    }

    private void Take(string title, WeeklyRule rule, int lobbyMinutes, Instant now)
    {
        (Title, Days, At, Minutes, Zone, From, Weeks) = (title, rule.Days, rule.At, rule.Minutes, rule.Zone, rule.From, rule.Weeks);
        (LobbyMinutes, Exceptions, ChangedAt) = (lobbyMinutes, [.. rule.Exceptions.Select(PlannedException.Of)], now);
    }

    public WeeklyRule Rule() => new(Days, At, Minutes, Zone, From, Weeks, [.. Exceptions.Select(e => e.ToException())]);
}

/// <summary>A weekly rule as it is kept: days from 1 (Monday), dates and times in ISO form, local to the IANA <paramref name="Zone"/>.</summary>
public sealed record KeptRule(
    string Title, ImmutableArray<int> Days, string At, int Minutes, string Zone, string From, int Weeks, int LobbyMinutes, ImmutableArray<PlannedException> Exceptions)
{
    public static KeptRule Of(ClassPlan plan) => new(
        plan.Title, [.. plan.Days.Select(day => (int)day)], LocalTimePattern.ExtendedIso.Format(plan.At), plan.Minutes, plan.Zone,
        LocalDatePattern.Iso.Format(plan.From), plan.Weeks, plan.LobbyMinutes, plan.Exceptions);

    public WeeklyRule Rule() => new(
        [.. Days.Select(day => (IsoDayOfWeek)day)], LocalTimePattern.ExtendedIso.Parse(At).Value, Minutes, Zone,
        LocalDatePattern.Iso.Parse(From).Value, Weeks, [.. Exceptions.Select(e => e.ToException())]);
}

/// <summary>An exception as it is kept: dates and times in ISO form; <paramref name="To"/> is set for a move.</summary>
public sealed record PlannedException(string Date, string? To, string Reason)
{
    public static PlannedException Of(ScheduleException exception) => new(
        LocalDatePattern.Iso.Format(exception.Date),
        exception is Move move ? LocalDateTimePattern.ExtendedIso.Format(move.To) : null, exception.Reason);

    public ScheduleException ToException()
    {
        var date = LocalDatePattern.Iso.Parse(Date).Value;
        return To is null ? new Skip(date, Reason) : new Move(date, LocalDateTimePattern.ExtendedIso.Parse(To).Value, Reason);
    }
}
