using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Imports;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>An import under way, or what it did; the same address all the time.</summary>
public sealed class ImportPage(SchoolDb db, CourseDoor door) : SchoolPage
{
    public const int Steps = 5;

    public Import Import { get; private set; } = null!;
    /// <summary>The course that it goes into; null while that is still to be made.</summary>
    public CourseAccess? Access { get; private set; }

    /// <summary>Whether the last try broke off; jobs are tried again by themselves.</summary>
    public bool HasFailed { get; private set; }

    public int StepNumber => (int)Import.Step;

    public string StepText => Import.Step switch
    {
        ImportStep.Unpacking => T["Unpacking the package"],
        ImportStep.StoringFiles => T["Storing the files"],
        ImportStep.Reading => T["Reading pages and questions"],
        ImportStep.Saving => T["Adding it to the course"],
        _ => T["Waiting for its turn"],
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportsVisibleTo(Viewer).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
            return NotFound();
        Import = import;
        var slug = await db.CoursesTaughtBy(Viewer).Where(c => c.Id == import.CourseId).Select(c => c.Slug).SingleOrDefaultAsync(ct);
        Access = slug is null ? null : await door.Open(slug, Viewer, ct);
        if (!import.IsOver)
        {
            var payload = ImportCartridge.PayloadOf(id);
            HasFailed = await db.Jobs.AnyAsync(j => j.Kind == ImportCartridge.JobKind && j.Payload == payload && j.LastError != null, ct);
        }
        return Page();
    }

    public string AddressOf(ImportedItem item) => ActivityLinks.Of(Access!.Course.Slug, item.Kind, item.ActivityId);

    public static string IconOf(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => "book-open",
        ActivityKind.Lecture => "circle-play",
        ActivityKind.Assignment => "file-pen",
        ActivityKind.Quiz => "list-checks",
        ActivityKind.Discussion => "messages-square",
        _ => "radio",
    };

    public string NameOf(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => T["Reading"],
        ActivityKind.Lecture => T["Lecture"],
        ActivityKind.Assignment => T["Assignment"],
        ActivityKind.Quiz => T["Quiz"],
        ActivityKind.Discussion => T["Discussion"],
        _ => T["Class session"],
    };

    public string NameOf(ImportFate fate) => fate switch
    {
        ImportFate.Updated => T["Updated"],
        ImportFate.Unchanged => T["Unchanged"],
        ImportFate.LeftAlone => T["Left as it is here"],
        _ => T["New"],
    };
}
