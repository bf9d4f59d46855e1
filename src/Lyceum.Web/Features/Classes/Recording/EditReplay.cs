using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Takes something out of the replay of an ended class, or puts it back; each time with an entry for the school's staff. The credit is settled anew.</summary>
public sealed class EditReplay(SchoolStore store, IClock clock)
{
    /// <param name="viewer">Who edits.</param>
    /// <param name="access">Their way into the course; only with the right to teach.</param>
    /// <param name="classId">Of this course, ended.</param>
    /// <param name="fromMs">Offset, included.</param>
    /// <param name="untilMs">Offset, not included.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<Done>> Cut(Viewer viewer, CourseAccess access, Guid classId, long fromMs, long untilMs, CancellationToken ct) =>
        InEnded(viewer, access, classId, (_, session, now, _) => Task.FromResult(ReplayEdit.Cut(classId, fromMs, untilMs, LengthOf(session), viewer.PersonId!.Value, now)), ct);

    /// <summary>Of one person: their name, picture, voice or written words.</summary>
    public Task<Outcome<Done>> TakeOut(Viewer viewer, CourseAccess access, Guid classId, ReplayEditKind what, Guid personId, CancellationToken ct) =>
        InEnded(viewer, access, classId, async (db, _, now, token) =>
            what == ReplayEditKind.Cut || !await db.ClassEvents.AnyAsync(e => e.ClassId == classId && e.ActorId == personId, token)
                ? Refusal.NotFound
                : ReplayEdit.Without(what, personId, classId, viewer.PersonId!.Value, now), ct);

    public Task<Outcome<Done>> Undo(Viewer viewer, CourseAccess access, Guid classId, Guid editId, CancellationToken ct) => store.Write(async (db, token) =>
    {
        if (await Session(db, viewer, access, classId, token) is not { } session) return Refusal.NotFound;
        if (await db.ReplayEdits.AsTracking().SingleOrDefaultAsync(e => e.Id == editId && e.ClassId == classId, token) is not { } edit) return Refusal.NotFound;
        var now = clock.GetCurrentInstant();
        var undone = edit.Undo(viewer.PersonId!.Value, now);
        if (undone.IsRefused) return undone;
        await Settle(db, session, "ReplayEditUndone", edit, viewer, now, token);
        return new Done();
    }, ct);

    /// <summary>Grants or refuses a request; whoever asked is told. What is granted is taken out at once.</summary>
    public Task<Outcome<Done>> Answer(Viewer viewer, CourseAccess access, Guid classId, Guid requestId, bool isGranted, string? answer, CancellationToken ct) => store.Write(async (db, token) =>
    {
        if (await Session(db, viewer, access, classId, token) is not { } session) return Refusal.NotFound;
        if (await db.RemovalRequests.AsTracking().SingleOrDefaultAsync(r => r.Id == requestId && r.ClassId == classId, token) is not { } request) return Refusal.NotFound;
        var (me, now) = (viewer.PersonId!.Value, clock.GetCurrentInstant());
        var decided = request.Decide(isGranted, answer, me, now);
        if (decided.IsRefused) return decided;
        var title = await db.Activities.Where(a => a.Id == classId).Select(a => a.Title).SingleAsync(token);
        db.Notifications.Add(Notification.New(request.PersonId, isGranted ? "You were taken out of the recording of {0} as you asked" : "Your request about the recording of {0} was refused", [title],
            $"/courses/{access.Course.Slug}/classes/{classId}/removal", now, access.Course.Id, me));
        if (!isGranted)
        {
            db.Audit.Add(AuditEntry.New("RemovalRefused", me, request.PersonId, access.Course.Id, $"{classId}: {request.Kind}. {request.Answer}", now));
            await db.SaveChangesAsync(token);
            return new Done();
        }
        var edit = request.ToEdit(LengthOf(session), me, now);
        if (edit.IsRefused) return edit.Refusal;
        db.ReplayEdits.Add(edit.Value);
        await Settle(db, session, "RemovalGranted", edit.Value, viewer, now, token);
        return new Done();
    }, ct);

    private Task<Outcome<Done>> InEnded(Viewer viewer, CourseAccess access, Guid classId, Func<SchoolDb, ClassSession, Instant, CancellationToken, Task<Outcome<ReplayEdit>>> make, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (await Session(db, viewer, access, classId, token) is not { } session) return Refusal.NotFound;
            if (session.StartedAt is null || session.EndedAt is null) return ReplayEdit.NotEnded;
            var now = clock.GetCurrentInstant();
            var edit = await make(db, session, now, token);
            if (edit.IsRefused) return edit.Refusal;
            db.ReplayEdits.Add(edit.Value);
            await Settle(db, session, "ReplayEdited", edit.Value, viewer, now, token);
            return new Done();
        }, ct);

    private static async Task<ClassSession?> Session(SchoolDb db, Viewer viewer, CourseAccess access, Guid classId, CancellationToken ct) =>
        access.CanTeach ? await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(s => s.ActivityId == classId && s.CourseId == access.Course.Id, ct) : null;

    private static async Task Settle(SchoolDb db, ClassSession session, string what, ReplayEdit edit, Viewer viewer, Instant now, CancellationToken ct)
    {
        var detail = edit.Kind == ReplayEditKind.Cut ? $"{session.ActivityId}: {edit.FromMs} to {edit.UntilMs} ms" : $"{session.ActivityId}: {edit.Kind}";
        db.Audit.Add(AuditEntry.New(what, viewer.PersonId, edit.PersonId, session.CourseId, detail, now));
        db.Enqueue(Job.New("settle-credit", session.ActivityId.ToString(), now, now));
        await db.SaveChangesAsync(ct);
        await Film.AskForFilm.Anew(db, session.ActivityId, now, ct);
    }

    private static long LengthOf(ClassSession session) => (long)(session.EndedAt!.Value - session.StartedAt!.Value).TotalMilliseconds;
}
