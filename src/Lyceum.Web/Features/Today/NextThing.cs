using Lyceum.Data.Today;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Today;

/// <summary>What the hero shows: the class that is on or comes next, else the next thing that is due. Its words are ready to show.</summary>
public sealed record NextThing(string Hue, string Course, string Kind, string Title, string Url)
{
    private static readonly Duration FewHours = Duration.FromHours(24), FewDays = Duration.FromDays(7);

    public string? Instructor { get; private init; }
    public string Label { get; private init; } = "";
    /// <summary>The number that leads, counting down to it; null = <see cref="Big"/> leads.</summary>
    public Instant? CountsTo { get; private init; }
    public string Big { get; private init; } = "";
    public string Below { get; private init; } = "";
    public string Action { get; private init; } = "";
    public string ActionUrl { get; private init; } = "";
    public bool IsLive { get; private init; }
    /// <summary>How many stand in the lobby, for those who teach.</summary>
    public int Waiting { get; private init; }
    public IReadOnlyList<PlanSegment> Plan { get; private init; } = [];

    public static NextThing? Of(OwnWeek week, Tasks tasks, IReadOnlyDictionary<Guid, int> lobbies, Words words, Times times)
    {
        var next = week.NextClass;
        var due = tasks.Due().FirstOrDefault(task => !task.IsOverdue);
        if (next is { Class: { } held } && (due is null || held.Starts - week.Now < FewDays)) return ClassOf(week, next, held, lobbies.GetValueOrDefault(held.ActivityId), words, times);
        return due is null ? null : new(due.Hue, due.Course, words["due next"], due.Title, due.Url)
        {
            Label = times.DayWord(due.Day),
            Big = $"{due.Day.Day}",
            Below = times.LongDate(due.Day),
            Action = due.Fraction > 0 ? words["Continue"] : words["Start"],
            ActionUrl = due.Url,
        };
    }

    private static NextThing ClassOf(OwnWeek week, OwnActivity next, OwnClass held, int waiting, Words words, Times times)
    {
        var hero = new NextThing(next.Hue, next.In.Course.Title, words["live class, {0}", next.Module.Title], next.Activity.Title, next.Url)
        {
            Below = $"{times.Clock(held.Starts)} – {times.Clock(held.Ends)}",
            Instructor = next.In.Teaches ? null : next.Instructor,
            Plan = held.Segments,
            Waiting = next.In.Teaches ? waiting : 0,
            IsLive = true,
            Action = week.Now >= held.LobbyOpens ? words["Join class"] : words["See the class"],
            // Before it begins, by the lobby, where one hears and sees oneself; whoever is late goes straight in.
            ActionUrl = week.Now >= held.Starts ? next.Url + "/room" : next.Url,
        };
        if (week.Now >= held.Starts) return hero with { Label = words["live now, ends in"], CountsTo = held.Ends };
        if (held.Starts - week.Now < FewHours) return hero with { Label = words["starts in"], CountsTo = held.Starts };
        var day = week.Local(held.Starts).Date;
        return hero with { Label = times.DayWord(day), Big = $"{day.Day}" };
    }
}
