using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>A cut that stands, as the editor of the replay has it. Mirrored in client/class/recording/editor.ts.</summary>
public sealed record StandingCut(Guid Id, long FromMs, long UntilMs);

/// <summary>A stretch to take out. Mirrored in client/class/recording/editor.ts.</summary>
public sealed record WantedCut(long FromMs, long UntilMs);

/// <summary>What the editor on the replay page asks of the school; staff who teach only.</summary>
public static class ReplayEdits
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/courses/{slug}/classes/{id:guid}/cuts", Read);
        routes.MapPost("/courses/{slug}/classes/{id:guid}/cuts", Cut).RequireToken();
        routes.MapPost("/courses/{slug}/classes/{id:guid}/cuts/{cut:guid}/undo", Undo).RequireToken();
    }

    private static async Task<IResult> Read(string slug, Guid id, SchoolDb db, CourseDoor door, HttpContext http, CancellationToken ct) =>
        await door.Open(slug, http.Visit().Viewer, ct) is { CanTeach: true } access ? await List(db, access, id, http, ct) : Results.NotFound();

    private static async Task<IResult> Cut(string slug, Guid id, WantedCut wanted, SchoolDb db, CourseDoor door, EditReplay edit, Words words, HttpContext http, CancellationToken ct)
    {
        if (await door.Open(slug, http.Visit().Viewer, ct) is not { CanTeach: true } access) return Results.NotFound();
        var cut = await edit.Cut(http.Visit().Viewer, access, id, wanted.FromMs, wanted.UntilMs, ct);
        return cut.IsRefused ? cut.Refusal.ToResult(words) : await List(db, access, id, http, ct);
    }

    private static async Task<IResult> Undo(string slug, Guid id, Guid cut, SchoolDb db, CourseDoor door, EditReplay edit, Words words, HttpContext http, CancellationToken ct)
    {
        if (await door.Open(slug, http.Visit().Viewer, ct) is not { CanTeach: true } access) return Results.NotFound();
        var undone = await edit.Undo(http.Visit().Viewer, access, id, cut, ct);
        return undone.IsRefused ? undone.Refusal.ToResult(words) : await List(db, access, id, http, ct);
    }

    private static async Task<IResult> List(SchoolDb db, CourseAccess access, Guid id, HttpContext http, CancellationToken ct)
    {
        if (!await db.ClassSessionsVisibleTo(http.Visit().Viewer).AnyAsync(s => s.ActivityId == id && s.CourseId == access.Course.Id, ct)) return Results.NotFound();
        return Results.Ok(await db.StandingEditsOf(id).Where(e => e.Kind == ReplayEditKind.Cut).OrderBy(e => e.FromMs).Select(e => new StandingCut(e.Id, e.FromMs, e.UntilMs)).ToListAsync(ct));
    }
}
