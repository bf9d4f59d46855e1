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
public sealed class AttendancePage(SchoolDb db, CourseDoor door, CorrectAttendance correct, IClock clock) : SchoolPage
{
    public sealed record Line(Guid PersonId, string Name, CreditStanding Standing, Stretches There, Stretches Watched, int Late, long SpokenMs, bool OnlyCame, AttendanceCorrection? Correction, string? CorrectedBy);

    public CourseAccess Access { get; private set; } = null!;
    public ClassRecord? Record { get; private set; }
    public string ClassTitle { get; private set; } = "";
    public Guid ClassId { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    /// <summary>Those from outside who were there: they earn nothing.</summary>
    public IReadOnlyList<(string Name, Stretches There)> Guests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCorrectAsync(string slug, Guid id, Guid person, int? minutes, string? reason, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanGrade: true } access) return NotFound();
        var corrected = await correct.Run(Viewer, access, id, person, minutes, reason, ct);
        if (!corrected.IsRefused) return Redirect($"/courses/{slug}/classes/{id}/attendance");
        return await Load(slug, id, ct) ? Refused(corrected.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanGrade: true } access) return false;
        Access = access;
        var session = await (from one in db.ClassSessionsVisibleTo(Viewer)
                             join activity in db.Activities on one.ActivityId equals activity.Id
                             where one.ActivityId == id && one.CourseId == access.Course.Id
                             select activity).SingleOrDefaultAsync(ct);
        if (session is null) return false;
        (ClassTitle, ClassId) = (session.Title, id);
        Record = await ClassRecord.Read(db, id, clock.GetCurrentInstant(), ct);
        if (Record is not { } record) return true;
        Lines = await Read(record, ct);
        Guests = [.. record.State.People.Where(one => one.Value.Role == ClassRole.Guest).OrderBy(one => one.Value.Name, StringComparer.Ordinal).Select(one => (one.Value.Name, record.AttendedBy(one.Key)))];
        return true;
    }

    private async Task<IReadOnlyList<Line>> Read(ClassRecord record, CancellationToken ct)
    {
        var spoken = SpeakingTime.Of(record.State);
        (StaffSpoke, StudentsSpoke) = (spoken.SpokenBy(record.State.People.Where(one => one.Value.Role is ClassRole.Instructor or ClassRole.Assistant).Select(one => one.Key)), spoken.SpokenBy(record.Students));
        var named = record.Students.Concat(record.Corrections.Values.Select(c => c.CorrectedBy)).ToHashSet();
        var names = await db.People.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return
        [
            .. from student in record.Students
               orderby names[student]
               let correction = record.Corrections.GetValueOrDefault(student)
               select new Line(student, names[student], record.StandingOf(student), record.AttendedBy(student), record.WatchedBy(student), record.LateDeedsOf(student), spoken.SpokenBy(student),
                   record.OnlyCame(student), correction, correction is null ? null : names.GetValueOrDefault(correction.CorrectedBy)),
        ];
    }

    /// <summary>Milliseconds, each person's for themselves.</summary>
    public long StaffSpoke { get; private set; }
    public long StudentsSpoke { get; private set; }
    public int Heard => Lines.Count(l => l.SpokenMs > 0);

    public int There => Lines.Count(l => l.Standing.AttendedMs > 0);
    public int Later => Lines.Count(l => l.Watched.TotalMs > 0);
    public int Earned => Lines.Count(l => l.Standing.IsEarned);

    public static string Percent(long part, long whole) => whole == 0 ? "0" : ((int)Math.Floor(part * 100.0 / whole)).ToString(System.Globalization.CultureInfo.CurrentCulture);
}
