using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes.Film;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>What the lobby, the room and the replay know of their class.</summary>
public abstract class ClassPage(SchoolDb db, CourseDoor courses, ClassDoor door, Times times) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public ClassActor Who { get; private set; } = null!;
    public RoomSetup Screen { get; protected set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public string ModuleTitle { get; private set; } = "";
    public Instant Now => times.Now;

    public string Home => $"/courses/{Access.Course.Slug}/classes/{Session.ActivityId}";
    public string RoomUrl => $"{Home}/room";
    public string ReplayUrl => $"{Home}/replay";

    /// <summary>False = not found for this viewer.</summary>
    protected async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await courses.Open(slug, Viewer, ct) is not { } access) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         join module in db.Modules on activity.ModuleId equals module.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { session, activity.Title, Module = module.Title }).SingleOrDefaultAsync(ct);
        if (row is null || await door.Open(id, Visit, ct) is not { } who) return false;
        (Access, Session, Who, ClassTitle, ModuleTitle) = (access, row.session, who, row.Title, row.Module);
        return true;
    }

    protected async Task<RoomSetup> Setup(string mode, CreditTerms? credit, Instant? watchedUntil, CancellationToken ct) => new(
        mode, Session.ActivityId, Who.PersonId, Who.Role, ClassTitle, $"{Access.Course.Title}, {ModuleTitle}",
        Session.IsLesson ? ClassTitle : times.Long(Session.StartedAt ?? Session.Starts), Session.IsLesson ? "" : times.Clock(Session.Ends), Session.Starts, Session.Ends, Now, Who.IsStaff ? Instant.Min(Now, Session.LobbyOpens) : Session.LobbyOpens,
        $"{Home}/log", $"{Home}/notes", $"/courses/{Access.Course.Slug}", RoomUrl, ReplayUrl, credit, watchedUntil, Who.IsStaff ? await door.SectionOf(Session.CourseId, Who.PersonId, ct) : null, await Consent(ct))
    {
        RecordingUrl = Access.CanTeach ? $"{Home}/recording" : $"{Home}/removal",
        Sections = Who.IsStaff ? await Sections(ct) : [],
        SharedNotesUrl = $"{Home}/shared-notes",
    };

    /// <summary>Whether this person agreed to be recorded; null as long as they have not said.</summary>
    protected async Task<bool?> Consent(CancellationToken ct) =>
        !Who.IsAskedToBeRecorded() ? true
        : (await db.RecordingConsentsVisibleTo(Viewer).SingleOrDefaultAsync(c => c.CourseId == Session.CourseId && c.TextVersion == RecordingConsent.CurrentText, ct))?.Agrees;

    protected Task<bool> HasQueue(CancellationToken ct) => db.PresentationSlotsVisibleTo(Viewer).AnyAsync(slot => slot.ClassId == Session.ActivityId, ct);

    protected Task<bool> IsGone(CancellationToken ct) => db.DeletedRecordings.AnyAsync(d => d.ClassId == Session.ActivityId && d.Part == RecordingPart.All, ct);

    /// <summary>What keeps the replay from this person; null when it is open to them.</summary>
    protected async Task<ReplayTerms?> HeldBackBy(CancellationToken ct) =>
        await door.KeepsFromReplay(Session.ActivityId, Who, ct) is not { } refusal || refusal == DeletedRecording.Gone ? null : await db.ReplayTerms.SingleAsync(t => t.ClassId == Session.ActivityId, ct);

    /// <summary>The film that this person may take along.</summary>
    protected async Task<ClassFilm?> OfferedFilm(CancellationToken ct) =>
        await door.KeepsFromReplay(Session.ActivityId, Who, ct) is null ? await FilmFeature.Offered(db, Session.ActivityId, Who, ct) : null;

    /// <summary>When this person was last in the replay.</summary>
    protected async Task<Instant?> WatchedUntil(CancellationToken ct) =>
        (await db.ReplayWatchesVisibleTo(Viewer).SingleOrDefaultAsync(w => w.ClassId == Session.ActivityId && w.PersonId == Who.PersonId, ct))?.LastAt;

    // What was earned stands, whatever was added to the class since.
    private Task<bool> HasFinished(CancellationToken ct) =>
        db.Progress.AnyAsync(p => p.ActivityId == Session.ActivityId && p.PersonId == Who.PersonId && p.DoneAt != null, ct);

    private async Task<IReadOnlyList<SectionPeople>> Sections(CancellationToken ct)
    {
        var sections = await db.Sections.Where(s => s.CourseId == Session.CourseId).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        var members = await db.Enrollments.Where(e => e.CourseId == Session.CourseId && e.SectionId != null && e.Role == CourseRole.Student && e.State == EnrollmentState.Active)
            .Select(e => new { e.SectionId, e.PersonId }).ToListAsync(ct);
        return [.. sections.Select(s => new SectionPeople(s.Name, [.. members.Where(m => m.SectionId == s.Id).Select(m => m.PersonId)]))];
    }

    /// <summary>How this person stands towards the credit of a class that has ended; null for staff, and while it has not.</summary>
    protected async Task<CreditTerms?> Credit(CancellationToken ct)
    {
        if (Who.Role != ClassRole.Student || await ClassRecord.Read(db, Session.ActivityId, Now, ct) is not { } record) return null;
        var due = record.CountsUntil(Who.PersonId);
        return new(Session.Credit.ReplayPercent, Session.Credit.AnswerPolls, due is { } until ? times.Long(until) : null, Now > due,
            record.StandingOf(Who.PersonId).IsEarned || await HasFinished(ct), [.. record.AttendedBy(Who.PersonId)]);
    }
}
