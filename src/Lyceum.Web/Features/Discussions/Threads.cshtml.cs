using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Discussions;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Discussions;

public sealed record ThreadRow(Thread Thread, string Author, string? Activity, bool IsNew, bool IsTakenOut);

/// <summary>The threads of a course, or of one discussion in it.</summary>
public sealed class ThreadsPage(SchoolDb db, CourseDoor door, ProseRenderer prose, WriteInThread write, PostFiles attachments) : SchoolPage
{
    [BindProperty] public string? Heading { get; set; }
    [BindProperty] public string? Body { get; set; }

    public CourseAccess In { get; private set; } = null!;
    public Activity? Activity { get; private set; }
    public Prose? Prompt { get; private set; }
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];
    public bool MaySpeak => In.IsStaff || In.Role is not CourseRole.Observer;

    public async Task<IActionResult> OnGetAsync(string slug, Guid? id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid? id, List<IFormFile> files, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return NotFound();
        var taken = await attachments.Take(files, access.Course.Id, Me, ct);
        var opened = taken.IsRefused ? taken.Refusal : await write.Open(Viewer, slug, id, Heading ?? "", Body ?? "", ct, files: taken.Value);
        if (!opened.IsRefused) return LocalRedirect(DiscussionsFeature.AddressOf(slug, opened.Value));
        return await Load(slug, id, ct) ? Refused(opened.Refusal) : NotFound();
    }

    private async Task<bool> Load(string slug, Guid? id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        In = access;
        if (id is not null)
        {
            Activity = await db.ActivitiesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.Id == id && one.CourseId == access.Course.Id && one.Kind == ActivityKind.Discussion, ct);
            if (Activity is null) return false;
            var discussion = await db.DiscussionsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct);
            Prompt = discussion is null ? null : prose.Render(discussion.Prompt);
        }
        var me = Viewer.PersonId;
        var rows = await (from thread in db.ThreadsVisibleTo(Viewer)
                          join author in db.People on thread.AuthorId equals author.Id
                          where thread.CourseId == access.Course.Id && (id == null || thread.ActivityId == id)
                          orderby thread.LastPostAt descending
                          select new
                          {
                              thread,
                              author.Name,
                              Activity = db.Activities.Where(activity => activity.Id == thread.ActivityId).Select(activity => activity.Title).FirstOrDefault(),
                              IsTakenOut = db.ThreadsTakenOut().Any(gone => gone.Id == thread.Id),
                              Read = db.ThreadReaders.Where(reader => reader.ThreadId == thread.Id && reader.PersonId == me).Select(reader => reader.ReadUntil).FirstOrDefault(),
                          }).Take(200).ToListAsync(ct);
        Threads = [.. rows.Select(row => new ThreadRow(row.thread, row.Name, row.Activity, row.Read is null || row.Read < row.thread.LastPostAt, row.IsTakenOut))];
        return true;
    }
}
