using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>A course's settings as they are typed.</summary>
public sealed record CourseFields
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Description { get; init; } = "";
    public string Requirements { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Term { get; init; } = "";
    public decimal? Credits { get; init; }
    public string Hue { get; init; } = Hues.All[0];
    public string TimeZone { get; init; } = "";
    public LocalDate? StartsOn { get; init; }
    public LocalDate? EndsOn { get; init; }
    public EnrollmentPolicy Enrollment { get; init; }
    public bool IsPublished { get; init; }
}

public sealed class SaveCourse(SchoolStore store, IClock clock)
{
    /// <summary>Staff, and people who teach already, may begin a course; they become its instructor.</summary>
    public Task<Outcome<Course>> Create(Viewer viewer, string title, string hue, string timeZone, CancellationToken ct = default) =>
        store.Write<Course>(async (db, token) =>
        {
            if (viewer.PersonId is not { } me || !await MayCreate(db, viewer, token)) return Refusal.NotFound;
            var slugs = (await db.Courses.Select(course => course.Slug).ToListAsync(token)).ToHashSet();
            var created = Course.New(SlugChoice.For(title, slugs), title, hue, timeZone, clock.GetCurrentInstant());
            if (created.IsRefused) return created;
            db.Courses.Add(created.Value);
            db.Enrollments.Add(Enrollment.New(created.Value.Id, me, CourseRole.Instructor, clock.GetCurrentInstant()));
            await db.SaveChangesAsync(token);
            return created;
        }, ct);

    public static async Task<bool> MayCreate(SchoolDb db, Viewer viewer, CancellationToken ct) =>
        viewer.IsStaff || await db.Enrollments.AnyAsync(one =>
            one.PersonId == viewer.PersonId && one.Role == CourseRole.Instructor && one.State == EnrollmentState.Active, ct);

    public Task<Outcome<Course>> Run(Viewer viewer, string slug, CourseFields fields, CancellationToken ct = default) =>
        store.ChangeCourse<Course>(viewer, slug, (_, course, _) => Task.FromResult(Apply(course, fields)), ct);

    /// <summary>A new code at once makes the old one worthless; whoever is in stays in.</summary>
    public Task<Outcome<Done>> RenewCode(Viewer viewer, string slug, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, (_, course, _) => Task.FromResult(course.Admit(EnrollmentPolicy.Code, EnrollmentCode.New())), ct);

    private static Outcome<Course> Apply(Course course, CourseFields fields)
    {
        var requirements = RequirementList.Of(fields.Requirements);
        if (requirements.IsRefused) return requirements.Refusal;
        Func<Outcome<Done>>[] steps =
        [
            () => course.Describe(fields.Title, fields.Summary, fields.Description, requirements.Value, fields.Subject, fields.Term, fields.Credits),
            () => course.Place(fields.Hue, fields.TimeZone, fields.StartsOn, fields.EndsOn),
            () => course.Admit(fields.Enrollment, course.EnrollCode ?? EnrollmentCode.New()),
        ];
        foreach (var step in steps)
            if (step() is { IsRefused: true, Refusal: { } refusal }) return refusal;
        if (fields.IsPublished) course.Publish();
        else course.Unpublish();
        return course;
    }
}
