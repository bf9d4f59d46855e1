using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>Who was there, who watched it later, who answered, and who has the credit: all folded from the log.</summary>
public sealed class AttendancePage(SchoolDb db, CourseDoor door, IClock clock) : SchoolPage
{
    public sealed record Line(string Name, CreditStanding Standing, Stretches There, Stretches Watched, int Late, bool OnlyCame);

    public CourseAccess Access { get; private set; } = null!;
    public ClassRecord? Record { get; private set; }
    public string ClassTitle { get; private set; } = "";
    public Guid ClassId { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanGrade: true } access) return NotFound();
        Access = access;
        var session = await (from one in db.ClassSessionsVisibleTo(Viewer)
                             join activity in db.Activities on one.ActivityId equals activity.Id
                             where one.ActivityId == id && one.CourseId == access.Course.Id
                             select activity).SingleOrDefaultAsync(ct);
        if (session is null) return NotFound();
        (ClassTitle, ClassId) = (session.Title, id);
        Record = await ClassRecord.Read(db, id, clock.GetCurrentInstant(), ct);
        if (Record is { } record)
        {
            var names = await db.People.Where(p => record.Students.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            Lines = [.. record.Students.OrderBy(s => names[s]).Select(s => new Line(names[s], record.StandingOf(s), record.AttendedBy(s), record.WatchedBy(s), record.LateDeedsOf(s), record.OnlyCame(s)))];
        }
        return Page();
    }

    public int There => Lines.Count(l => l.Standing.AttendedMs > 0);
    public int Later => Lines.Count(l => l.Watched.TotalMs > 0);
    public int Earned => Lines.Count(l => l.Standing.IsEarned);

    public static string Percent(long part, long whole) => whole == 0 ? "0" : ((int)Math.Floor(part * 100.0 / whole)).ToString(System.Globalization.CultureInfo.CurrentCulture);
}
