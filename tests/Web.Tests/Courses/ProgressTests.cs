using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

public sealed class ProgressTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task Whoever_stopped_handing_in_stands_first_with_the_reason()
    {
        foreach (var daysAgo in new[] { 5, 4, 3 })
        {
            var activity = Activity.New(school.Week9, ActivityKind.Assignment, $"Problem set {daysAgo}", daysAgo, 60, 20).Value;
            activity.Schedule(new Window(null, SchoolFixture.Start - Duration.FromDays(daysAgo), null));
            activity.Publish();
            await school.Write(db =>
            {
                db.Activities.Add(activity);
                foreach (var who in new[] { Cast.Mei, Cast.Jonas, Cast.Lucia, Cast.Noah, Cast.Arjun, Cast.Hana })
                {
                    var progress = ActivityProgress.Begin(activity, school.People[who], SchoolFixture.Start - Duration.FromDays(daysAgo + 1));
                    progress.Finish(SchoolFixture.Start - Duration.FromDays(daysAgo + 1));
                    db.Progress.Add(progress);
                }
            });
        }
        var page = await (await school.SignIn(Cast.Amara)).GetStringAsync("/courses/statistics/progress");
        Assert.Contains("1 needs you first", page);
        Assert.Contains("3 tasks in a row not handed in, since Problem set 5", page);
        Assert.True(page.IndexOf("Samir Haddad", StringComparison.Ordinal) < page.IndexOf("Mei Tanaka", StringComparison.Ordinal));
    }
}
