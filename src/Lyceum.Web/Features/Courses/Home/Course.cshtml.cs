using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>A course at its own address: for its members what is to be done now, for everybody else what it asks and how to get in.</summary>
[AllowAnonymous]
public sealed class CoursePage(SchoolDb db, CourseDoor door, CourseOutlines outlines, LobbyCounts lobbies, Times times, Icons icons) : SchoolPage
{
    /// <summary>"student": how the course looks to its students, for those who teach it.</summary>
    [BindProperty(SupportsGet = true)] public string? As { get; set; }
    /// <summary>The number of a module to show open beside this week's.</summary>
    [BindProperty(SupportsGet = true)] public int? Module { get; set; }
    /// <summary>Just enrolled: offers to take it back.</summary>
    [BindProperty(SupportsGet = true)] public bool Enrolled { get; set; }
    [BindProperty] public string? Code { get; set; }

    public CourseAccess? Access { get; private set; }
    public CourseOutline Outline { get; private set; } = null!;
    public Course Course => Outline.Course;
    /// <summary>An instructor took the viewer out; the page says so instead of offering a button that would be refused.</summary>
    public bool IsTurnedAway { get; private set; }
    public bool SeesAsStudent => Access is { CanGrade: true } && As == "student";

    /// <summary>Drawn once for all students who read alike: with holes in the place of what is the reader's own.</summary>
    public bool IsForMany { get; private set; }

    private Dictionary<Guid, OwnStanding> own = [];
    private IReadOnlyDictionary<Guid, int> waiting = new Dictionary<Guid, int>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await Load(slug, ct)) return NotFound();
        if (Access is null && Viewer.IsSignedIn) IsTurnedAway = await WasRemoved(ct);
        if (Access is { IsStudent: true, IsStaff: false } access && access.DueLater == Duration.Zero && HttpContext.Features.Get<PageDraft>() is { } draft)
            (IsForMany, draft.Shows) = (true, Outline);
        return Page();
    }

    public async Task<IActionResult> OnPostEnrollAsync(string slug, [FromServices] EnrollOneself enroll, CancellationToken ct)
    {
        if (!Viewer.IsSignedIn) return Redirect($"/signin?next={Uri.EscapeDataString($"/courses/{slug}")}");
        var enrolled = await enroll.Run(Viewer, slug, Code, ct);
        if (!enrolled.IsRefused) return Redirect($"/courses/{slug}?enrolled=true");
        return await Load(slug, ct) ? Refused(enrolled.Refusal) : NotFound();
    }

    public async Task<IActionResult> OnPostLeaveAsync(string slug, [FromServices] EnrollOneself enroll, CancellationToken ct)
    {
        var left = await enroll.Leave(Viewer, slug, ct);
        if (!left.IsRefused) return Redirect($"/courses/{slug}");
        return left.Refusal.Kind != RefusalKind.NotFound && await Load(slug, ct) ? Refused(left.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        Access = await door.Open(slug, Viewer, ct);
        var course = Access?.Course ?? await db.CoursesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.Slug == slug && one.IsPublished, ct);
        if (course is null) return false;
        var whole = await outlines.Of(course, db, ct);
        Outline = Access is { CanGrade: true } && !SeesAsStudent ? whole
            : (Access is { CanGrade: false } member ? whole.ForStudentOf(member.SectionId) : whole.ForStudents).DueLater(Access?.DueLater ?? Duration.Zero);
        if (Access is { CanGrade: true } && !SeesAsStudent) waiting = await lobbies.Now();
        if (Access is not null && Viewer.PersonId is { } me) own = await db.OwnStandings(course.Id, me, ct);
        return true;
    }

    private Task<bool> WasRemoved(CancellationToken ct) => db.Enrollments.AnyAsync(one =>
        one.CourseId == Course.Id && one.PersonId == Viewer.PersonId && one.State == EnrollmentState.Removed && !one.HasLeft, ct);

    /// <summary>The bar of modules is for those who are in it.</summary>
    public CourseHero Hero() => CourseHeads.Of(
        Outline, Access is null ? [] : Modules.Parts(), Viewer.IsSignedIn ? Zone : Outline.Zone, T, times);

    /// <summary>"2 readings, 1 class session, 1 quiz · 2 h 15 min"</summary>
    public string ContentsOf(OutlineModule module)
    {
        var kinds = module.Activities.GroupBy(activity => activity.Kind).OrderBy(group => group.Key).Select(group => KindCount(group.Key, group.Count()));
        var effort = module.Activities.Sum(activity => activity.EffortMinutes);
        return effort == 0 ? string.Join(", ", kinds) : $"{string.Join(", ", kinds)} · {times.Span(effort)}";
    }

    private string KindCount(ActivityKind kind, int count) => kind switch
    {
        ActivityKind.Reading => T.Count("{0} reading", "{0} readings", count),
        ActivityKind.Lecture => T.Count("{0} lecture", "{0} lectures", count),
        ActivityKind.ClassSession => T.Count("{0} class", "{0} classes", count),
        ActivityKind.Assignment => T.Count("{0} assignment", "{0} assignments", count),
        ActivityKind.Quiz => T.Count("{0} quiz", "{0} quizzes", count),
        _ => T.Count("{0} discussion", "{0} discussions", count),
    };

    public IHtmlContent Own(OwnPart part, int from = 0, int to = 0) =>
        IsForMany ? new Hole(part, from, to) : new Drawn((writer, encoder) => Parts.Write(new(part, from, to), icons, writer, encoder));

    public CourseRows Rows => field ??= new(Course, own, T, times) { ForTeachers = Access is { CanGrade: true } && !SeesAsStudent, Teacher = Outline.Instructor, Waiting = waiting };
    public ModuleList Modules => field ??= new(Outline, Rows, Own, T, times);
    public CourseSide Side => field ??= CourseSide.Of(Outline, own, times.Now);
    private CourseParts Parts => field ??= new(Outline, own, Rows, T, times);
}
