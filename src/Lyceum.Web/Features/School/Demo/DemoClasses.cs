using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Domain.Schedule;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>The weekly classes with what is prepared for them, and the logs of those that are over.</summary>
public static class DemoClasses
{
    private const int Minutes = 75;
    private static readonly LocalTime Evening = new(18, 0);

    public static void Fill(DemoRun run)
    {
        var classes = run.Activities.Where(made => made.Activity.Kind == ActivityKind.ClassSession).ToList();
        if (classes.Count == 0) return;
        var plan = Plan(run);
        var starts = plan.Rule().Occurrences().ToDictionary(o => o.Week);
        foreach (var made in classes)
        {
            var isLive = made.Page.Find("starts") == "live";
            var start = isLive ? run.Calendar.LiveClass : starts[made.Week].Starts!.Value;
            var session = ClassSession.New(made.Activity, start, start + Duration.FromMinutes(made.Activity.EffortMinutes)).Value;
            if (!isLive) session.ComeFrom(plan.Id, starts[made.Week].Date);
            Fill(run, made, session);
        }
    }

    private static ClassPlan Plan(DemoRun run)
    {
        var plan = ClassPlan.New(run.Course.Id, null);
        var monday = run.Calendar.Monday(1);
        var rule = WeeklyRule.Of([IsoDayOfWeek.Tuesday], Evening, Minutes, run.Course.TimeZone, monday, run.Db.Modules.Local.Count(m => m.CourseId == run.Course.Id), []).Value;
        var planned = run.Calendar.At(1, "Mon 09:00");
        _ = plan.Keep("Class", rule, (int)ClassSession.UsualLobby.TotalMinutes, planned).Value;
        plan.Publish(planned);
        run.Db.ClassPlans.Add(plan);
        return plan;
    }

    private static void Fill(DemoRun run, DemoActivity made, ClassSession session)
    {
        var script = ClassScript.Read(made.Page, [.. run.Students.Select(s => s.Who)]);
        var deck = made.Page.Find("deck") is { } name ? run.Files[$"files/{name}"] : null;
        _ = session.Prepare(deck is null ? null : new PreparedDeck(deck.Id, deck.Name), script.Polls, script.Plan).Value;
        session.CountBy(CreditRule.Usual, made.Activity.Due);
        run.Db.ClassSessions.Add(session);
        if (session.Ends <= run.Now) KeepLog(run, made, session, script);
    }

    private static void KeepLog(DemoRun run, DemoActivity made, ClassSession session, ClassScript script)
    {
        var played = new DemoClassLog(script, session.Doors(made.Activity.Title), run.People);
        played.Play();
        var replayed = made.Page.Find("replayed")?.Split(", ") ?? [];
        played.PlayLater(replayed, session.Ends + Duration.FromHours(3), run.Now);
        run.Db.ClassEvents.AddRange(played.Log.Select(logged => StoredClassEvent.Of(made.Id, logged)));
        foreach (var logged in played.Log) session.Follow(logged);
        foreach (var who in replayed) Watch(run, made, session, who);
        foreach (var who in played.Log.Where(e => e.Event is Joined).Select(e => e.ActorId).ToHashSet()) Attend(run, made, session, who!.Value);
        run.Db.Jobs.Add(Job.New("settle-credit", made.Id.ToString(), run.Now, run.Now));
        if (session.ReplayCountsUntil > run.Now) run.Db.Jobs.Add(Job.New("settle-credit", made.Id.ToString(), session.ReplayCountsUntil.Value + Duration.FromMinutes(1), run.Now));
    }

    private static void Attend(DemoRun run, DemoActivity made, ClassSession session, Guid person)
    {
        if (run.Students.Find(s => run.Id(s.Who) == person) is { } student) run.Progress(made, student.Who, session.StartedAt!.Value).Finish(session.EndedAt!.Value);
    }

    private static void Watch(DemoRun run, DemoActivity made, ClassSession session, string who)
    {
        var length = session.EndedAt!.Value - session.StartedAt!.Value;
        var since = session.EndedAt.Value + Duration.FromHours(2);
        if (since + length >= run.Now) return;
        var watch = ReplayWatch.Begin(made.Id, run.Id(who), since);
        watch.Add([new WatchedInterval(0, (long)length.TotalMilliseconds)], since, (long)length.TotalMilliseconds, since + length);
        run.Db.ReplayWatches.Add(watch);
        run.Progress(made, who, since).Finish(since + length);
    }
}
