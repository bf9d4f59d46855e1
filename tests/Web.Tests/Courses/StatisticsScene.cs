using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

/// <summary>Statistics as it stands in its ninth week: what the tests of course pages read.</summary>
public static class StatisticsScene
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    private static readonly (ActivityKind Kind, string Title, int Minutes, decimal? Points)[] Week =
    [
        (ActivityKind.Reading, "Why averages settle down", 25, null),
        (ActivityKind.ClassSession, "Sampling distributions", 75, null),
        (ActivityKind.Lecture, "Lecture 8, variance", 45, null),
        (ActivityKind.Assignment, "Problem set 8", 90, 10),
        (ActivityKind.Discussion, "Where does n = 30 come from?", 25, null),
        (ActivityKind.Quiz, "Checkpoint 9, standard error", 25, 10),
    ];

    /// <summary>Twelve weeks from 28 September, each with six activities and a class on Tuesday at 18:00; week 9 is the fixture's.</summary>
    public static Task Fill(SchoolFixture school) => school.Write(db =>
    {
        string[] titles = ["Data", "Centre", "Spread", "Shape", "Chance", "Rules", "Variables", "Variance", "Sampling", "Intervals", "Tests", "Review"];
        for (var week = 0; week < titles.Length; week++)
        {
            var starts = new LocalDate(2026, 9, 28).PlusWeeks(week);
            var module = week == 8 ? school.Week9 : Module.New(school.Statistics.Id, week - 8, titles[week], starts, starts.PlusDays(6)).Value;
            if (week != 8) db.Modules.Add(module);
            FillWeek(db, school, module, starts);
        }
    });

    private static void FillWeek(SchoolDb db, SchoolFixture school, Module module, LocalDate monday)
    {
        for (var place = 0; place < Week.Length; place++)
        {
            var (kind, title, minutes, points) = Week[place];
            var activity = Activity.New(module, kind, module == school.Week9 ? title : $"{module.Title}: {title}", place, minutes, points).Value;
            var tuesday = monday.PlusDays(1).At(new LocalTime(18, 0)).InZoneLeniently(Oslo).ToInstant();
            activity.Schedule(new Window(null, kind == ActivityKind.ClassSession ? null : monday.PlusDays(6).At(new LocalTime(23, 59)).InZoneLeniently(Oslo).ToInstant(), null));
            activity.Publish();
            db.Activities.Add(activity);
            if (kind == ActivityKind.ClassSession) db.ClassSessions.Add(ClassSession.New(activity, tuesday, tuesday + Duration.FromMinutes(75)).Value);
            if (tuesday < SchoolFixture.Start || (module == school.Week9 && place == 0)) db.Progress.Add(Done(activity, school.People[Cast.Mei]));
            if (module == school.Week9 && place == 3) db.Progress.Add(Begun(activity, school.People[Cast.Mei]));
        }
    }

    private static ActivityProgress Done(Activity activity, Guid person)
    {
        var progress = ActivityProgress.Begin(activity, person, SchoolFixture.Start);
        progress.Finish(SchoolFixture.Start);
        return progress;
    }

    private static ActivityProgress Begun(Activity activity, Guid person)
    {
        var progress = ActivityProgress.Begin(activity, person, SchoolFixture.Start);
        progress.Advance(.4, SchoolFixture.Start, 4, 10);
        return progress;
    }
}
