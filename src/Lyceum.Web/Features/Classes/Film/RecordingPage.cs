using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Film;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The film of the class: asked for, cancelled, offered to students.</summary>
public sealed partial class RecordingPage
{
    public ClassFilm? Film { get; private set; }
    public bool IsFilmCurrent { get; private set; }
    public bool MayBeFilmed => Session is { EndedAt: not null, StartedAt: not null } && Deleted is not { Part: RecordingPart.Media or RecordingPart.All };
    public bool IsFilming => Film?.State is MakingState.Waiting or MakingState.Working;

    /// <summary>The part of the page alone, for whoever looks how far it is.</summary>
    public async Task<IActionResult> OnGetFilmAsync(string slug, Guid id, CancellationToken ct) =>
        await Load(slug, id, ct) ? Partial("/Features/Classes/Film/_Film.cshtml", this) : NotFound();

    public Task<IActionResult> OnPostFilmAsync(string slug, Guid id, bool cancel, bool forStudents, [FromServices] AskForFilm ask, CancellationToken ct) =>
        Do(slug, id, () => cancel ? ask.Cancel(Access, id, ct) : ask.Run(Viewer, Access, id, forStudents, ct), ct);

    private async Task LoadFilm(Guid id, CancellationToken ct)
    {
        Film = await db.ClassFilms.SingleOrDefaultAsync(f => f.ClassId == id, ct);
        IsFilmCurrent = Film is not null && Film.Version == await db.EditsVersion(id, ct);
    }
}
