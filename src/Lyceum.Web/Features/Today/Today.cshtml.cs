using Lyceum.Data;
using Lyceum.Data.Messages;
using Lyceum.Data.Today;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Today;

/// <summary>Home: the next class, the week, what is due, where one left off, what is new. A visitor is shown the school instead.</summary>
[AllowAnonymous]
public sealed class TodayPage(SchoolDb db, ReadWeek read, LobbyCounts lobbies, Times times) : SchoolPage
{
    private const int MostNews = 4;

    public OwnWeek Week { get; private set; } = null!;
    public WeekGrid Grid { get; private set; } = null!;
    public NextThing? Next { get; private set; }
    public Tasks Tasks { get; private set; } = null!;
    public IReadOnlyList<News> News { get; private set; } = [];
    public IReadOnlyList<(OwnActivity Activity, int Waiting)> ToGrade { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.IsSignedIn) return LocalRedirect("/welcome");
        Week = await read.Of(Viewer, times.Today, Zone, ct);
        Grid = WeekGrid.Of(Week);
        Tasks = new Tasks(Week, T, times);
        Next = NextThing.Of(Week, Tasks, await lobbies.Now(), T, times);
        News = await db.LatestNews(Viewer, onlyUnread: false, before: null, MostNews, ct);
        if (Week.Courses.Any(course => course.Teaches))
        {
            var waiting = (await db.WaitingForGrades(Viewer, ct)).ToDictionary(one => one.ActivityId, one => one.Waiting);
            ToGrade = [.. Week.Activities.Where(one => waiting.ContainsKey(one.Activity.Id)).Select(one => (one, waiting[one.Activity.Id]))];
        }
        return Page();
    }
}
