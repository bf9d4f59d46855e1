using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Whom the school still lets into a class that is open here. It asks the database, so it holds whoever made the change, on whichever node. The
/// rules are those of <see cref="ClassDoor"/>, asked for everybody at once.
/// </summary>
internal sealed class WhoMayStay
{
    private readonly Dictionary<Guid, Place> places;
    private readonly HashSet<Guid> schoolStaff;
    private readonly HashSet<Guid> guests;
    private readonly ClassRoom room;
    private readonly bool isThere;
    private readonly bool isOpenToStudents;
    private readonly Guid? section;
    private readonly ReplayTerms? terms;

    private WhoMayStay(ClassRoom room, Dictionary<Guid, Place> places, HashSet<Guid> schoolStaff, HashSet<Guid> guests, (bool IsThere, bool IsOpen, Guid? Section) held, ReplayTerms? terms)
    {
        (this.room, this.places, this.schoolStaff, this.guests, this.terms) = (room, places, schoolStaff, guests, terms);
        (isThere, isOpenToStudents, section) = held;
    }

    public static async Task<WhoMayStay> Ask(SchoolDb db, ClassRoom room, CancellationToken ct)
    {
        var (classId, courseId, hasEnded) = (room.Session.ActivityId, room.Session.CourseId, room.State.Phase == ClassPhase.Ended);
        var places = await db.Enrollments.Where(e => e.CourseId == courseId && e.State == EnrollmentState.Active)
            .ToDictionaryAsync(e => e.PersonId, e => new Place(ClassDoor.RoleOf(e.Role), e.SectionId), ct);
        var staff = await db.People.Where(p => p.IsStaff).Select(p => p.Id).ToHashSetAsync(ct);
        var guests = await db.GuestsOf(classId).Where(seat => !hasEnded || seat.Guest.SeesReplay).Select(seat => seat.Browser.Id).ToHashSetAsync(ct);
        var held = await (from activity in db.Activities
                          join session in db.ClassSessions on activity.Id equals session.ActivityId
                          where activity.Id == classId
                          select new { IsOpen = activity.IsPublished && db.Courses.Any(course => course.Id == courseId && course.IsPublished), session.SectionId }).SingleOrDefaultAsync(ct);
        var terms = hasEnded ? await db.ReplayTerms.SingleOrDefaultAsync(t => t.ClassId == classId, ct) : null;
        return new(room, places, staff, guests, (held is not null, held?.IsOpen ?? false, held?.SectionId), terms);
    }

    /// <summary>Why this one may not stay; null = they may.</summary>
    public async Task<Refusal?> Refuses(ClassConnection connection, OpenSessions sessions, Instant now)
    {
        var who = connection.Who;
        if (room.State.KeepsOut(who) == DoorRules.WasSentAway) return DoorRules.WasSentAway;
        if (!isThere) return PartingRefusals.ClassTakenOut;
        if (who.Role == ClassRole.Guest) return GuestRefusal(who) ?? HeldBack(who, null, now);
        if (connection.SessionId is not { } session || await sessions.Find(session) is null) return PartingRefusals.SignedOut;
        if (schoolStaff.Contains(who.PersonId)) return who.Role == ClassRole.Instructor ? null : PartingRefusals.OtherRole;
        if (!places.TryGetValue(who.PersonId, out var place)) return PartingRefusals.NotOfTheCourse;
        if (place.Role != who.Role) return PartingRefusals.OtherRole;
        if (!who.IsStaff && (!isOpenToStudents || (section is not null && section != place.SectionId))) return PartingRefusals.ClassTakenOut;
        return HeldBack(who, place.SectionId, now);
    }

    private Refusal? GuestRefusal(ClassActor who) =>
        guests.Contains(who.PersonId) ? null : room.State.Phase == ClassPhase.Ended ? GuestRefusals.IsOver : GuestRefusals.Withdrawn;

    private Refusal? HeldBack(ClassActor who, Guid? sectionId, Instant now) =>
        who.IsStaff || terms is null || terms.IsOpenTo(sectionId, now) ? null : ReplayTerms.NotOpenYet;

    private sealed record Place(ClassRole Role, Guid? SectionId);
}
