using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>A note as the browser has it. Mirrored in client/class/notes/notes.ts.</summary>
public sealed record WrittenNote(Guid Id, long OffsetMs, string? Text);

/// <summary>One's own notes of a class. Writing with the id of one that is there changes it; an empty text takes it away.</summary>
public static class ClassNotes
{
    private static readonly Refusal TooMany = Refusal.Conflict("There is no room for more notes in this class.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/courses/{slug}/classes/{id:guid}/notes", Read);
        routes.MapPost("/courses/{slug}/classes/{id:guid}/notes", Write).RequireToken();
    }

    private static async Task<IResult> Read(string slug, Guid id, SchoolDb db, HttpContext http, CancellationToken ct)
    {
        var viewer = http.Visit().Viewer;
        if (!await IsThere(db, slug, id, http, ct)) return Results.NotFound();
        var notes = await db.ClassNotesVisibleTo(viewer).Where(note => note.ClassId == id).OrderBy(note => note.OffsetMs).ThenBy(note => note.WrittenAt)
            .Select(note => new WrittenNote(note.Id, note.OffsetMs, note.Text)).ToListAsync(ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Ok(notes);
    }

    private static async Task<IResult> Write(string slug, Guid id, WrittenNote written, SchoolDb db, SchoolStore store, IClock clock, Words words, HttpContext http, CancellationToken ct)
    {
        if (!await IsThere(db, slug, id, http, ct)) return Results.NotFound();
        var me = http.Visit().Viewer.PersonId!.Value;
        var kept = await store.Write((context, token) => Keep(context, id, me, written, clock.GetCurrentInstant(), token), ct);
        return kept.ToResult(words, _ => Results.NoContent());
    }

    private static async Task<Outcome<Done>> Keep(SchoolDb db, Guid classId, Guid me, WrittenNote written, Instant now, CancellationToken ct)
    {
        var known = await db.ClassNotes.AsTracking().SingleOrDefaultAsync(note => note.Id == written.Id, ct);
        if (known is not null && (known.PersonId != me || known.ClassId != classId)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(written.Text))
        {
            if (known is not null) db.ClassNotes.Remove(known);
        }
        else if (known is not null)
        {
            if (known.Rewrite(written.Text) is { IsRefused: true } refused) return refused.Refusal;
        }
        else
        {
            if (await db.ClassNotes.CountAsync(note => note.ClassId == classId && note.PersonId == me, ct) >= ClassNote.MostOfOnePerson) return TooMany;
            var note = ClassNote.New(written.Id, classId, me, written.OffsetMs, written.Text, now);
            if (note.IsRefused) return note.Refusal;
            db.ClassNotes.Add(note.Value);
        }
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private static Task<bool> IsThere(SchoolDb db, string slug, Guid id, HttpContext http, CancellationToken ct) =>
        db.ClassSessionsVisibleTo(http.Visit().Viewer).AnyAsync(session => session.ActivityId == id && db.Courses.Any(course => course.Id == session.CourseId && course.Slug == slug), ct);
}
