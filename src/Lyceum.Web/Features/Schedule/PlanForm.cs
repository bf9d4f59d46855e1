using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Lyceum.Web.Features.Courses;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Web.Features.Schedule;

/// <summary>The rule as the form sends it; dates and times in ISO form, local.</summary>
public sealed class PlanForm
{
    /// <summary>Null = the whole course.</summary>
    public Guid? Section { get; set; }
    public string Title { get; set; } = "";
    public List<int> Days { get; set; } = [];
    public string At { get; set; } = "18:00";
    public int Minutes { get; set; } = 75;
    public string From { get; set; } = "";
    public int Weeks { get; set; } = 12;
    public string Zone { get; set; } = "";
    public int LobbyMinutes { get; set; } = 10;
    public decimal? Points { get; set; } = 1;
    public List<ExceptionForm> Exceptions { get; set; } = [];
    public ExceptionForm Added { get; set; } = new();

    public static PlanForm Of(Course course, Section? section, ClassPlan? plan, LocalDate today) => plan is null
        ? new() { Section = section?.Id, Title = section?.Name ?? course.Title, Days = [(int)IsoDayOfWeek.Tuesday], Zone = course.TimeZone, From = FormTimes.Shown(course.StartsOn > today ? course.StartsOn : today.PlusDays(1)) }
        : new()
        {
            Section = section?.Id, Title = plan.Title, Days = [.. plan.Days.Select(d => (int)d)], At = plan.At.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = plan.Minutes,
            From = FormTimes.Shown(plan.From), Weeks = plan.Weeks, Zone = plan.Zone, LobbyMinutes = plan.LobbyMinutes,
            Exceptions = [.. plan.Exceptions.Select(e => new ExceptionForm { Date = e.Date, To = e.To, Reason = e.Reason })],
        };

    public Outcome<PlanRequest> Read()
    {
        if (LocalTimePattern.GeneralIso.Parse(At.Length == 5 ? At + ":00" : At) is not { Success: true } at) return Refusal.Invalid("Give the time of day.", nameof(At));
        if (FormTimes.Date(From) is not { } from) return Refusal.Invalid("Give the first day.", nameof(From));
        var exceptions = new List<ScheduleException>();
        foreach (var typed in Exceptions)
        {
            var read = typed.Read();
            if (read.IsRefused) return read.Refusal;
            exceptions.Add(read.Value);
        }
        var rule = WeeklyRule.Of(Days.Where(d => d is >= 1 and <= 7).Select(d => (IsoDayOfWeek)d), at.Value, Minutes, Zone, from, Weeks, exceptions);
        return rule.IsRefused ? rule.Refusal : new PlanRequest(Section, Title, rule.Value, LobbyMinutes, Points);
    }

    /// <summary>One exception a date: a new one replaces the old. Several dates of a week stand one after the other, with commas between them.</summary>
    public void Except(ExceptionForm added)
    {
        foreach (var date in added.Date.Split(','))
        {
            Exceptions.RemoveAll(e => e.Date == date);
            Exceptions.Add(new() { Date = date, To = added.To, Reason = added.Reason });
        }
    }
}

/// <summary><see cref="To"/> is empty for a date without a class.</summary>
public sealed class ExceptionForm
{
    public string Date { get; set; } = "";
    public string? To { get; set; }
    public string? Reason { get; set; }

    /// <summary>As <see cref="Read"/>, for several dates at once, which cannot all move to one moment.</summary>
    public Outcome<Done> Dates()
    {
        var dates = Date.Split(',');
        if (dates.Length > 1 && !string.IsNullOrWhiteSpace(To)) return Refusal.Invalid("A whole week cannot move to one moment: move its classes one by one.", "Exceptions");
        foreach (var date in dates)
            if (new ExceptionForm { Date = date, To = To }.Read() is { IsRefused: true } refused) return refused.Refusal;
        return new Done();
    }

    public Outcome<ScheduleException> Read()
    {
        if (FormTimes.Date(Date) is not { } date) return Refusal.Invalid("Choose the date that is different.", "Exceptions");
        if (string.IsNullOrWhiteSpace(To)) return new Skip(date, Reason ?? "");
        return FormTimes.Moment(To) is { } to ? new Move(date, to, Reason ?? "") : Refusal.Invalid("Give the day and time to which it moves.", "Exceptions");
    }
}
