using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Bench;

/// <summary>A course of twelve weeks in its ninth, with a class and five other things to do in each, and 200 students who are signed in, each as far as no other.</summary>
internal static class PageSchool
{
    public const string Address = "/courses/statistics";
    private const int Students = 200;
    private const int Weeks = 12;

    private static readonly ActivityKind[] Week =
        [ActivityKind.Reading, ActivityKind.ClassSession, ActivityKind.Lecture, ActivityKind.Assignment, ActivityKind.Discussion, ActivityKind.Quiz];

    /// <summary>The cookies that each student's browser sends.</summary>
    public static async Task<IReadOnlyList<string>> Fill(string data)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = data, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var monday = now.InUtc().Date.Previous(IsoDayOfWeek.Monday).PlusWeeks(-8);
        var course = Course.New("statistics", "Introduction to Statistics", "blue", "Europe/Oslo", now).Value;
        course.Place("blue", "Europe/Oslo", monday, monday.PlusWeeks(Weeks));
        course.Publish();
        var people = Enumerable.Range(0, Students).Select(i => Person.New($"Student {i}", $"s{i}@bench.example", "Europe/Oslo", "en", false, now).Value).ToList();
        var instructor = Person.New("Dr. Amara Okafor", "amara@bench.example", "Europe/Oslo", "en", false, now).Value;
        var sessions = people.Select(person => Session.Start(person.Id, "bench", now)).ToList();
        List<object> rows = [SchoolProfile.New("Harbour School", "Europe/Oslo", "en"), course, instructor, .. people, .. sessions,
            Enrollment.New(course.Id, instructor.Id, CourseRole.Instructor, now), .. people.Select(person => Enrollment.New(course.Id, person.Id, CourseRole.Student, now))];
        for (var week = 0; week < Weeks; week++) rows.AddRange(RowsOf(course, week, monday.PlusWeeks(week), people, now));
        await app.Services.GetRequiredService<SchoolStore>().Write<Done>(async (db, ct) =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        return [.. sessions.Select(session => Browser.Of(app.Services, session).Cookies)];
    }

    private static IEnumerable<object> RowsOf(Course course, int week, LocalDate monday, List<Person> students, Instant now)
    {
        var module = Module.New(course.Id, week, $"Week {week + 1}", monday, monday.PlusDays(6)).Value;
        yield return module;
        for (var place = 0; place < Week.Length; place++)
        {
            var activity = Activity.New(module, Week[place], $"Activity {place} of week {week + 1}", place, 30, 10).Value;
            activity.Schedule(new LocalWindow(null, monday.PlusDays(6).At(new LocalTime(23, 59)), null).In(DateTimeZoneProviders.Tzdb["Europe/Oslo"]));
            activity.Publish();
            yield return activity;
            var starts = monday.PlusDays(1).At(new LocalTime(18, 0)).InUtc().ToInstant();
            if (activity.Kind == ActivityKind.ClassSession) yield return ClassSession.New(activity, starts, starts + Duration.FromMinutes(75)).Value;
            if (week > 8 || (week == 8 && place > 2)) continue;
            for (var who = 0; who < students.Count; who++) yield return ProgressOf(activity, students[who].Id, week < 8 - who % 3, (who + 1.0) / (students.Count + 1), now);
        }
    }

    private static ActivityProgress ProgressOf(Activity activity, Guid student, bool isDone, double fraction, Instant now)
    {
        var progress = ActivityProgress.Begin(activity, student, now);
        progress.Advance(fraction, now, (int)(fraction * 1000), 1000);
        if (isDone) progress.Finish(now);
        return progress;
    }
}
