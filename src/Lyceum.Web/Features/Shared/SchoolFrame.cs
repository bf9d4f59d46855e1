using Lyceum.Data;
using Lyceum.Data.Storage;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Shared;

/// <summary>What stands around every page: the school's name, who reads, and how much is new for them.</summary>
public sealed class SchoolFrame(SchoolDb db, IAntiforgery antiforgery, Words words)
{
    public const string Nameless = "Lyceum";
    private ReaderParts? reader;

    public string School { get; private set; } = Nameless;

    // Compiled, because every page asks it.
    private static readonly CompiledQuery<Func<SchoolDb, Guid?, Task<Row?>>> Find = new(() => EF.CompileAsyncQuery((SchoolDb db, Guid? me) =>
        db.School.Select(school => new Row(school.Name, db.Notifications.Count(news => news.PersonId == me && news.ReadAt == null))).SingleOrDefault()));

    public async Task Load(HttpContext context)
    {
        context.RequestAborted.ThrowIfCancellationRequested();
        var visit = context.Visit();
        var found = await Find.On(db)(db, visit.Viewer.PersonId);
        School = found?.Name ?? Nameless;
        if (context.Features.Get<PageDraft>() is { Shows: not null }) return;
        reader = new(visit.Name, found?.Unread ?? 0, antiforgery.GetAndStoreTokens(context).RequestToken!, words);
    }

    public IHtmlContent Own(OwnPart part) =>
        reader is null ? new Hole(part) : new Drawn((to, encoder) => reader.Write(new(part), to, encoder));

    private sealed record Row(string Name, int Unread);
}
