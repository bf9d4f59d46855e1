using System.Collections.Immutable;
using NodaTime;

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

    public static ClassPlan New(Guid courseId, Guid? sectionId) => new() { Id = Guid.CreateVersion7(), CourseId = courseId, SectionId = sectionId };

    public Outcome<Done> Keep(string title, WeeklyRule rule, int lobbyMinutes, Instant now)
    {
        if (title.Trim().Length is 0 or > 120) return Refusal.Invalid("A title has 1 to 120 characters.", nameof(Title));
        if (lobbyMinutes is < 0 or > 120) return Refusal.Invalid("The doors open at most two hours before.", nameof(LobbyMinutes));
        (Title, Days, At, Minutes, Zone, From, Weeks) = (title.Trim(), rule.Days, rule.At, rule.Minutes, rule.Zone, rule.From, rule.Weeks);
        (LobbyMinutes, Exceptions, ChangedAt) = (lobbyMinutes, [.. rule.Exceptions.Select(PlannedException.Of)], now);
        return new Done();
    }

    public void Publish(Instant now) => PublishedAt = now;

    public WeeklyRule Rule() => new(Days, At, Minutes, Zone, From, Weeks, [.. Exceptions.Select(e => e.ToException())]);
}

/// <summary>An exception as it is kept: dates and times in ISO form; <paramref name="To"/> is set for a move.</summary>
public sealed record PlannedException(string Date, string? To, string Reason)
{
    public static PlannedException Of(ScheduleException exception) => new(
        NodaTime.Text.LocalDatePattern.Iso.Format(exception.Date),
        exception is Move move ? NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format(move.To) : null, exception.Reason);

    public ScheduleException ToException()
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(Date).Value;
        return To is null ? new Skip(date, Reason) : new Move(date, NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(To).Value, Reason);
    }
}
