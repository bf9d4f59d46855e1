using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>Has the film of a class made, cancels it, and says whom it is for; with an entry for the school's staff when it goes to students.</summary>
public sealed class AskForFilm(SchoolStore store, IClock clock)
{
    /// <param name="viewer">Who asks; with the right to teach.</param>
    /// <param name="access">Their way into the course.</param>
    /// <param name="classId">Of this course, ended.</param>
    /// <param name="isForStudents">Whoever may replay it may take the film with them.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<Done>> Run(Viewer viewer, CourseAccess access, Guid classId, bool isForStudents, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (!access.CanTeach || await db.ClassSessionsVisibleTo(viewer).SingleOrDefaultAsync(s => s.ActivityId == classId && s.CourseId == access.Course.Id, token) is not { } session) return Refusal.NotFound;
        if (session.EndedAt is null || session.StartedAt is null) return ReplayEdit.NotEnded;
        if (await db.DeletedRecordings.AnyAsync(d => d.ClassId == classId && d.Part != RecordingPart.Picture, token)) return DeletedRecording.Gone;
        var now = clock.GetCurrentInstant();
        var version = await db.EditsVersion(classId, token);
        var film = await db.ClassFilms.AsTracking().SingleOrDefaultAsync(f => f.ClassId == classId, token);
        var wasForStudents = film?.IsForStudents ?? false;
        if (film is null) db.ClassFilms.Add(film = ClassFilm.Ask(classId, version, isForStudents, now));
        else if (film.Lacks(version, again: true)) film.AskAgain(version, now);
        film.Offer(isForStudents);
        if (wasForStudents != isForStudents)
            db.Audit.Add(AuditEntry.New(isForStudents ? "FilmOffered" : "FilmWithdrawn", viewer.PersonId, null, access.Course.Id, classId.ToString(), now));
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    public Task<Outcome<Done>> Cancel(CourseAccess access, Guid classId, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        if (!access.CanTeach || await db.ClassFilms.AsTracking().SingleOrDefaultAsync(f => f.ClassId == classId, token) is not { } film) return Refusal.NotFound;
        film.Cancel();
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    /// <summary>The replay was edited: a film that is there, or was being made, is made anew.</summary>
    public static async Task Anew(SchoolDb db, Guid classId, Instant now, CancellationToken ct)
    {
        if (await db.ClassFilms.AsTracking().SingleOrDefaultAsync(f => f.ClassId == classId && f.State != MakingState.Cancelled, ct) is not { } film) return;
        film.AskAgain(await db.EditsVersion(classId, ct), now);
        await db.SaveChangesAsync(ct);
    }
}
