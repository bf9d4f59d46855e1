using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Web.Features.Today;

/// <summary>The week of Today, on a page of its own, any week of it: /calendar?week=2026-11-23 (any day of the week).</summary>
public sealed class CalendarPage(ReadWeek read, Times times) : SchoolPage
{
    public OwnWeek Week { get; private set; } = null!;
    public WeekGrid Grid { get; private set; } = null!;

    [FromQuery(Name = "week")]
    public string? Asked { get; init; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var day = LocalDatePattern.Iso.Parse(Asked ?? "") is { Success: true, Value: var asked } && asked.Year is > 2000 and < 2200 ? asked : times.Today;
        Week = await read.Of(Viewer, day, Zone, ct);
        Grid = WeekGrid.Of(Week);
    }

    public static string AddressOf(LocalDate monday) => $"/calendar?week={LocalDatePattern.Iso.Format(monday)}";
    public bool IsThisWeek => times.Today >= Week.Monday && times.Today < Week.Monday.PlusDays(7);
}
