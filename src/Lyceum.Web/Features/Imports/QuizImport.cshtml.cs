using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Interop.Questions;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

[EnableRateLimiting("upload")]
public sealed class QuizImportPage(CourseDoor door, SchoolDb db, ImportQuestions importing) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public Activity Quiz { get; private set; } = null!;
    public QuestionFile? Added { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, IFormFile? file, CancellationToken ct)
    {
        if (!await Load(slug, id, ct))
            return NotFound();
        if (file is null)
            return Refused(ImportRefusals.NoFile);
        if (file.Length > ReadQuestions.Longest)
            return Refused(Refusal.Invalid("This file is larger than any file of questions.", "file"));
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var imported = await importing.Run(Viewer, slug, id, bytes.ToArray(), file.FileName, ct);
        if (imported.IsRefused)
            return Refused(imported.Refusal);
        Added = imported.Value;
        return Page();
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access)
            return false;
        Access = access;
        Quiz = (await db.Activities.SingleOrDefaultAsync(a => a.Id == id && a.CourseId == access.Course.Id && a.Kind == ActivityKind.Quiz, ct))!;
        return Quiz is not null;
    }
}
