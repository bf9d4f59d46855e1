using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Messages;
using NodaTime;

namespace Lyceum.Web.Tests.Today;

/// <summary>Week 9 as Hana has it: she is in both courses, in the middle of a lecture and a quiz, and has news; statistics meets tonight.</summary>
public static class TodayScene
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 22, 23, 0);

    public static async Task Fill(SchoolFixture school, Instant classStarts)
    {
        var draft = Module.New(school.Writing.Id, 1, "A claim is a promise", new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 29)).Value;
        await school.Write(db =>
        {
            db.Modules.Add(draft);
            var lesson = Activity(school.Week9, ActivityKind.ClassSession, "Sampling distributions", 75, null);
            var held = ClassSession.New(lesson, classStarts, classStarts + Duration.FromMinutes(75)).Value;
            held.Prepare(null, [], [new("Recap", 6), new("Samples", 10), new("Distributions", 12), new("Limit theorem", 16), new("Breakouts", 15), new("Questions", 16)]);
            var reading = Activity(school.Week9, ActivityKind.Reading, "Why averages settle down", 25, Hours(42));
            var lecture = Activity(school.Week9, ActivityKind.Lecture, "Lecture 8, variance", 45, Hours(167));
            var set = Activity(school.Week9, ActivityKind.Quiz, "Problem set 8", 90, Hours(95), points: 20);
            var outline = Activity(draft, ActivityKind.Assignment, "Essay outline", 60, Hours(71), points: 10);
            var claim = Activity(draft, ActivityKind.Reading, "A claim is a promise", 20, Hours(140));
            var review = Activity(draft, ActivityKind.Discussion, "Peer review", 40, Hours(167), points: 5);
            db.Activities.AddRange(lesson, reading, lecture, set, outline, claim, review);
            db.ClassSessions.Add(held);
            db.Progress.AddRange(
                Progress(school, reading, progress => progress.Finish(Hours(12))),
                Progress(school, lecture, progress => progress.Advance(0.7, Hours(20), 1940, 2700)),
                Progress(school, set, progress => progress.Advance(0.4, Hours(36), 4, 10)),
                Progress(school, claim, progress => progress.Advance(0.45, Hours(30))));
            db.Notifications.AddRange(
                News(school, "{0} answered your question", ["Lucía Fernández"], $"/courses/statistics/discussions/{lesson.Id}", Duration.FromMinutes(20), school.Statistics.Id, Cast.Lucia),
                News(school, "{0} is back: {1} of {2}", ["Problem set 7", "18", "20"], $"/courses/statistics/quizzes/{set.Id}", Duration.FromHours(3), school.Statistics.Id, Cast.Amara),
                News(school, "{0} wrote in {1}", ["Leo Brandt", "Peer review"], $"/courses/writing/discussions/{review.Id}", Duration.FromHours(26), school.Writing.Id, Cast.Leo));
        });
    }

    private static Instant Hours(int hours) => Monday + Duration.FromHours(hours) - Duration.FromMinutes(1);

    private static Activity Activity(Module module, ActivityKind kind, string title, int minutes, Instant? due, decimal? points = null)
    {
        var activity = Domain.Courses.Activity.New(module, kind, title, 1, minutes, points).Value;
        activity.Schedule(new Window(null, due, null));
        activity.Publish();
        return activity;
    }

    private static ActivityProgress Progress(SchoolFixture school, Activity activity, Action<ActivityProgress> then)
    {
        var progress = ActivityProgress.Begin(activity, school.People[Cast.Hana], Hours(10));
        then(progress);
        return progress;
    }

    private static Notification News(SchoolFixture school, string text, string[] arguments, string link, Duration ago, Guid course, string actor) =>
        Notification.New(school.People[Cast.Hana], text, arguments, link, SchoolFixture.Start - ago, course, school.People[actor]);
}
