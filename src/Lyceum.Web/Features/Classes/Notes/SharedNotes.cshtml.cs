using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Interop.Yjs;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Notes;

/// <summary>The notes that a class wrote together, as a page of the course. Staff change them here, and take them out.</summary>
public sealed class SharedNotesPage(SchoolDb db, CourseDoor courses, ClassDoor door, SchoolStore store, IClock clock) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public Guid ClassId { get; private set; }
    public string ClassTitle { get; private set; } = "";
    public bool HasEnded { get; private set; }
    /// <summary>Of the course, who writes here after the class.</summary>
    public bool IsStaff { get; private set; }
    public SharedNotes? Notes { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<string> Writers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeOutAsync(string slug, Guid id, CancellationToken ct) => Change(slug, id, notes => notes.TakeOut(clock.GetCurrentInstant()), ct);

    public Task<IActionResult> OnPostPutBackAsync(string slug, Guid id, CancellationToken ct) => Change(slug, id, notes => notes.PutBack(), ct);

    private async Task<IActionResult> Change(string slug, Guid id, Action<SharedNotes> change, CancellationToken ct)
    {
        if (!await Load(slug, id, ct) || !IsStaff || Notes is null) return NotFound();
        await store.Write<Done>(async (context, token) =>
        {
            change(await context.SharedNotes.AsTracking().SingleAsync(notes => notes.ClassId == id, token));
            await context.SaveChangesAsync(token);
            return new Done();
        }, ct);
        return Redirect($"/courses/{slug}/classes/{id}/shared-notes");
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await courses.Open(slug, Viewer, ct) is not { } access) return false;
        var who = await door.OpenRecord(slug, id, Visit, ct);
        if (who.IsRefused) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { activity.Title, session.EndedAt }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Access, ClassId, ClassTitle, HasEnded, IsStaff) = (access, id, row.Title, row.EndedAt is not null, who.Value.IsStaff);
        Notes = await db.SharedNotesVisibleTo(Viewer).SingleOrDefaultAsync(notes => notes.ClassId == id, ct);
        if (Notes is null && await db.SharedNotes.AnyAsync(notes => notes.ClassId == id, ct)) return false;
        var updates = await db.SharedNoteUpdatesVisibleTo(Viewer, id).ToListAsync(ct);
        Text = YText.Read(updates.Select(update => YUpdate.Read(update.Content, SharedNotes.TextName)).OfType<YUpdate>());
        Writers = await (from writer in db.SharedNoteWriters
                         join person in db.People on writer.PersonId equals person.Id
                         where writer.ClassId == id
                         group writer by person.Name into written
                         orderby written.Sum(one => one.Written) descending, written.Key
                         select written.Key).ToListAsync(ct);
        return true;
    }
}
