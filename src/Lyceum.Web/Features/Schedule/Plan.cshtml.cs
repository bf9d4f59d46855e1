using Lyceum.Data;
using Lyceum.Data.Schedule;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Schedule;

/// <summary>Plans the weekly classes of a course: the rule at one side, what it comes to beside it. Every button sends the whole form.</summary>
public sealed class PlanPage(SchoolDb db, CourseDoor door, PlanClasses plans, IClock clock) : SchoolPage
{
    private const int MostZones = 3;

    [BindProperty] public PlanForm Form { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }
    [BindProperty(SupportsGet = true)] public bool TakenBack { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    /// <summary>Null while the form holds no rule.</summary>
    public PlanCalendar? Calendar { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid? section, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var part = Sections.FirstOrDefault(one => one.Id == section);
        if (section is not null && part is null) return NotFound();
        var plan = await db.ClassPlans.FirstOrDefaultAsync(p => p.CourseId == Access.Course.Id && p.SectionId == section, ct);
        Form = PlanForm.Of(Access.Course, part, plan, clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[Access.Course.TimeZone]).Date);
        return await Show(ct);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct) => await Open(slug, ct) ? await Show(ct) : NotFound();

    public async Task<IActionResult> OnPostExceptAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        if (Form.Added.Dates().Refusal is { } refusal) return await Refuse(refusal, ct);
        Form.Except(Form.Added);
        return await Show(ct);
    }

    public async Task<IActionResult> OnPostForgetAsync(string slug, string date, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        Form.Exceptions.RemoveAll(e => e.Date == date);
        return await Show(ct);
    }

    /// <summary>One click out of a conflict: the class of a date moves, or with no <paramref name="to"/> is skipped.</summary>
    public async Task<IActionResult> OnPostResolveAsync(string slug, string date, string? to, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        Form.Except(new ExceptionForm { Date = date, To = to, Reason = "" });
        return await Show(ct);
    }

    public async Task<IActionResult> OnPostDraftAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var request = Form.Read();
        if (request.IsRefused) return await Refuse(request.Refusal, ct);
        var saved = await plans.SaveDraft(Viewer, slug, request.Value, ct);
        return saved.IsRefused ? await Refuse(saved.Refusal, ct) : Redirect($"/courses/{slug}/classes/plan?saved=true{Behind(Form.Section)}");
    }

    public async Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var request = Form.Read();
        if (request.IsRefused) return await Refuse(request.Refusal, ct);
        var planned = await plans.Publish(Viewer, slug, request.Value, ct);
        return planned.IsRefused ? await Refuse(planned.Refusal, ct) : Redirect($"/courses/{slug}/classes?planned={planned.Value.Set}&held={planned.Value.Held}{Behind(Form.Section)}");
    }

    /// <summary>Undoes the last publishing.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, Guid? section, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var taken = await plans.TakeBack(Viewer, slug, section, ct);
        if (!taken.IsRefused) return Redirect($"/courses/{slug}/classes/plan?takenBack=true{Behind(section)}");
        return taken.Refusal.Kind == RefusalKind.NotFound ? NotFound() : Redirect($"/courses/{slug}/classes/plan{Behind(section).Replace('&', '?')}");
    }

    private static string Behind(Guid? section) => section is null ? "" : $"&section={section}";

    private async Task<bool> Open(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        Access = access;
        Sections = await db.Sections.Where(section => section.CourseId == access.Course.Id).OrderBy(section => section.Name).ToListAsync(ct);
        return true;
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        var request = Form.Read();
        if (request.IsRefused) return await Refuse(request.Refusal, ct);
        await Draw(request.Value.Rule, ct);
        // The form is drawn from what the buttons made of it, not from what was posted.
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken ct)
    {
        if (Form.Read() is { IsRefused: false } request) await Draw(request.Value.Rule, ct);
        return Refused(refusal);
    }

    private async Task Draw(WeeklyRule rule, CancellationToken ct)
    {
        var planId = await db.ClassPlans.Where(p => p.CourseId == Access.Course.Id && p.SectionId == Form.Section).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        var engagements = await db.EngagementsOfInstructors(Access.Course.Id, planId, clock.GetCurrentInstant(), ct);
        Calendar = new PlanCalendar(rule, await ZonesOfStudents(rule.Zone, ct), engagements);
    }

    private async Task<IEnumerable<StudentZone>> ZonesOfStudents(string here, CancellationToken ct)
    {
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == Access.Course.Id && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                                  && (Form.Section == null || enrollment.SectionId == Form.Section)
                              orderby person.Name
                              select new { person.Name, person.TimeZone }).ToListAsync(ct);
        var zones = students.Where(s => DateTimeZoneProviders.Tzdb.GetZoneOrNull(s.TimeZone) is not null).GroupBy(s => s.TimeZone)
            .Select(g => new StudentZone(g.Key, g.Count(), g.First().Name.Split(' ')[0])).ToList();
        var own = zones.FirstOrDefault(z => z.Id == here) ?? new StudentZone(here, 0, "");
        return zones.Where(z => z.Id != here).OrderByDescending(z => z.Students).Take(MostZones - 1).Prepend(own);
    }
}
