using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Imports;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Takes an archive and promises to work it off: into a course that one teaches, or, for staff, into a new one.</summary>
public sealed class AskForImport(SchoolStore store, FileUploads uploads, IClock clock)
{
    /// <param name="viewer">Who asks.</param>
    /// <param name="slug">Null to make a new course.</param>
    /// <param name="archive">The package.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="atOnce">The caller works it off itself, so that no job is needed.</param>
    public async Task<Outcome<Import>> Run(Viewer viewer, string? slug, Stream archive, string name, bool atOnce = false, CancellationToken ct = default)
    {
        if (viewer.PersonId is not { } me || slug is null && !viewer.IsStaff)
            return Refusal.NotFound;
        var upload = await uploads.Take(archive, name, null, me, isPrivate: true, ct);
        if (upload.IsRefused)
            return upload.Refusal;
        return await store.Write<Import>(async (db, token) =>
        {
            Guid? courseId = null;
            if (slug is not null)
            {
                courseId = await db.CoursesTaughtBy(viewer).Where(c => c.Slug == slug).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(token);
                if (courseId is null)
                    return Refusal.NotFound;
            }
            var now = clock.GetCurrentInstant();
            var import = Import.Ask(courseId, me, upload.Value.Id, upload.Value.Name, now);
            db.Files.Add(upload.Value);
            db.Imports.Add(import);
            if (!atOnce)
                db.Enqueue(Job.New(ImportCartridge.JobKind, ImportCartridge.PayloadOf(import.Id), now, now));
            await db.SaveChangesAsync(token);
            return import;
        }, ct);
    }
}
