using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Guests;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>The way into a class: who one is there.</summary>
public sealed class ClassDoor(SchoolDb db, ClassRooms rooms, GuestDoor guests, IClock clock)
{
    /// <summary>Null = not found for this person.</summary>
    public async Task<ClassActor?> Open(Guid classId, Visit visit, CancellationToken ct)
    {
        if (visit.Guest is { } pass) return pass.ClassId == classId ? await guests.Open(pass, ct) : null;
        if (visit.Viewer.PersonId is not { } me) return null;
        var role = await (from session in db.ClassSessionsVisibleTo(visit.Viewer)
                          where session.ActivityId == classId
                          select new
                          {
                              Role = db.Enrollments.Where(e => e.CourseId == session.CourseId && e.PersonId == me && e.State == EnrollmentState.Active)
                                  .Select(e => (CourseRole?)e.Role).FirstOrDefault(),
                              Agrees = db.RecordingConsents.Any(c => c.CourseId == session.CourseId && c.PersonId == me && c.Agrees && c.TextVersion == RecordingConsent.CurrentText),
                          }).SingleOrDefaultAsync(ct);
        if (role is null) return null;
        if (visit.Viewer.IsStaff) return new ClassActor(me, visit.Name, ClassRole.Instructor);
        if (role.Role is not { } enrolled) return null;
        var who = new ClassActor(me, visit.Name, RoleOf(enrolled));
        return who with { AgreesToRecording = !who.IsAskedToBeRecorded() || role.Agrees };
    }

    /// <summary>Whoever was in the course knows what it is that they are kept from; for everybody else there is nothing.</summary>
    public async Task<Refusal> WhyNot(Guid classId, Visit visit, CancellationToken ct) =>
        visit.Viewer.PersonId is { } me && await db.ClassSessions.AnyAsync(session => session.ActivityId == classId
            && db.Enrollments.Any(e => e.CourseId == session.CourseId && e.PersonId == me && e.State == EnrollmentState.Removed), ct)
            ? PartingRefusals.NotOfTheCourse : Refusal.NotFound;

    /// <summary>To the log and the recordings: while the class is held, whoever may not come in may not read them either.</summary>
    public async Task<Outcome<ClassActor>> OpenRecord(string slug, Guid classId, Visit visit, CancellationToken ct)
    {
        if (await Open(classId, visit, ct) is not { } who) return Refusal.NotFound;
        var found = await (from session in db.ClassSessionsVisibleTo(visit.Viewer)
                           where session.ActivityId == classId && db.Courses.Any(course => course.Id == session.CourseId && course.Slug == slug)
                           select new { session.EndedAt }).SingleOrDefaultAsync(ct);
        if (found is null) return Refusal.NotFound;
        if (found.EndedAt is not null) return await KeepsFromReplay(classId, who, ct) is { } notYet ? notYet : who;
        if (await rooms.Open(classId, ct) is { } room && (room.State.KeepsOut(who) ?? KeepsFromLesson(room, who)) is { } refusal) return refusal;
        return who;
    }

    /// <summary>The class as it was edited, once it has ended; why it is not open to this person, if it is not.</summary>
    public async Task<Refusal?> OpenReplay(ClassRoom room, ClassActor who, CancellationToken ct)
    {
        if (room.State.Phase != ClassPhase.Ended) return null;
        await FollowEdits.Run(db, room, ct);
        return await KeepsFromReplay(room.Session.ActivityId, who, ct);
    }

    /// <summary>Null = open to this person.</summary>
    public async Task<Refusal?> KeepsFromReplay(Guid classId, ClassActor who, CancellationToken ct)
    {
        if (await db.DeletedRecordings.AnyAsync(d => d.ClassId == classId && d.Part == RecordingPart.All, ct)) return DeletedRecording.Gone;
        if (who.IsStaff || await db.ReplayTerms.SingleOrDefaultAsync(t => t.ClassId == classId, ct) is not { } terms) return null;
        var courseId = await db.ClassSessions.Where(s => s.ActivityId == classId).Select(s => s.CourseId).SingleAsync(ct);
        return terms.IsOpenTo(await SectionOf(courseId, who.PersonId, ct), clock.GetCurrentInstant()) ? null : ReplayTerms.NotOpenYet;
    }

    public Task<Refusal?> OpenDoors(ClassRoom room, ClassActor who, CancellationToken ct) =>
        KeepsFromLesson(room, who) is { } refusal ? Task.FromResult<Refusal?>(refusal) : room.OpenDoors(db, who, ct);

    private static Refusal? KeepsFromLesson(ClassRoom room, ClassActor who) => room.Session.IsShutTo(who, room.State.Phase) ? ClassRefusals.LessonNotReady : null;

    /// <summary>Where somebody belongs in the course; null for staff who belong to all of it.</summary>
    public Task<Guid?> SectionOf(ClassRoom room, ClassActor who, CancellationToken ct) => SectionOf(room.Session.CourseId, who.PersonId, ct);

    public Task<Guid?> SectionOf(Guid courseId, Guid personId, CancellationToken ct) =>
        db.Enrollments.Where(e => e.CourseId == courseId && e.PersonId == personId && e.State == EnrollmentState.Active).Select(e => e.SectionId).FirstOrDefaultAsync(ct);

    /// <summary>A PDF of the course of this class.</summary>
    public async Task<PreparedDeck?> FindDeck(ClassRoom room, Guid fileId, CancellationToken ct) =>
        await db.Files.Where(f => f.Id == fileId && f.CourseId == room.Session.CourseId && f.ContentType == "application/pdf" && !f.IsPrivate)
            .Select(f => new PreparedDeck(f.Id, f.Name)).SingleOrDefaultAsync(ct);

    public static ClassRole RoleOf(CourseRole role) => role switch
    {
        CourseRole.Instructor => ClassRole.Instructor,
        CourseRole.Assistant => ClassRole.Assistant,
        CourseRole.Observer => ClassRole.Observer,
        _ => ClassRole.Student,
    };
}
