using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

public sealed class ManageMembers(SchoolStore store, IClock clock)
{
    /// <summary>Out at once: every page, file and socket of the course asks the enrollment again. Their work stays.</summary>
    public Task<Outcome<Done>> Remove(Viewer viewer, string slug, Guid personId, CancellationToken ct = default) =>
        Change(viewer, slug, personId, "EnrollmentRemoved", member => { member.Remove(clock.GetCurrentInstant()); return new Done(); }, ct);

    public Task<Outcome<Done>> Return(Viewer viewer, string slug, Guid personId, CancellationToken ct = default) =>
        Change(viewer, slug, personId, "EnrollmentReturned", member => { member.Return(clock.GetCurrentInstant()); return new Done(); }, ct);

    public Task<Outcome<Done>> Assign(Viewer viewer, string slug, Guid personId, CourseRole role, Guid? sectionId, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (sectionId is { } id && !await db.Sections.AnyAsync(section => section.Id == id && section.CourseId == course.Id, token)) return Refusal.NotFound;
            return await ChangeIn(db, course, viewer, personId, "EnrollmentAssigned", member => { member.Assign(role, sectionId); return new Done(); }, token);
        }, ct);

    public Task<Outcome<Section>> AddSection(Viewer viewer, string slug, string name, CancellationToken ct = default) =>
        store.ChangeCourse<Section>(viewer, slug, async (db, course, token) =>
        {
            var section = Section.New(course.Id, name);
            if (section.IsRefused) return section;
            if (await db.Sections.AnyAsync(other => other.CourseId == course.Id && other.Name == section.Value.Name, token))
                return Refusal.Conflict("There is a section of this name already.");
            db.Sections.Add(section.Value);
            return section;
        }, ct);

    public Task<Outcome<Done>> RenameSection(Viewer viewer, string slug, Guid sectionId, string name, CancellationToken ct = default) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
            await db.Sections.AsTracking().SingleOrDefaultAsync(one => one.Id == sectionId && one.CourseId == course.Id, token) is { } section
                ? section.Rename(name)
                : Refusal.NotFound, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, string slug, Guid personId, string what, Func<Enrollment, Outcome<Done>> change, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, (db, course, token) => ChangeIn(db, course, viewer, personId, what, change, token), ct);

    private async Task<Outcome<Done>> ChangeIn(
        SchoolDb db, Course course, Viewer viewer, Guid personId, string what, Func<Enrollment, Outcome<Done>> change, CancellationToken ct)
    {
        var members = await db.Enrollments.AsTracking()
            .Where(one => one.CourseId == course.Id && (one.PersonId == personId || one.Role == CourseRole.Instructor)).ToListAsync(ct);
        if (members.SingleOrDefault(one => one.PersonId == personId) is not { } member) return Refusal.NotFound;
        var wasTaught = members.Any(Teaches);
        var changed = change(member);
        if (changed.IsRefused) return changed;
        if (wasTaught && !members.Any(Teaches)) return Refusal.Conflict("A course needs an instructor. Give somebody else that role first.");
        db.Audit.Add(AuditEntry.New(what, viewer.PersonId, personId, course.Id, $"{member.Role}", clock.GetCurrentInstant()));
        return changed;
    }

    private static bool Teaches(Enrollment member) => member is { IsActive: true, Role: CourseRole.Instructor };
}
