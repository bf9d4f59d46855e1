using Lyceum.Data.School;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Shared;

/// <summary>What stands around every page: the school's name, who reads, and how much is new for them.</summary>
public sealed class SchoolFrame(FrameGlances glances, IAntiforgery antiforgery, Words words)
{
    public const string Nameless = "Lyceum";
    private ReaderParts? reader;

    public string School { get; private set; } = Nameless;

    public async Task Load(HttpContext context)
    {
        var visit = context.Visit();
        var found = await glances.Of(visit.Viewer.PersonId, context.RequestAborted);
        School = found.School ?? Nameless;
        if (context.Features.Get<PageDraft>() is { Shows: not null }) return;
        reader = new(visit.Name, found.Unread, antiforgery.GetAndStoreTokens(context).RequestToken!, words);
    }

    public IHtmlContent Own(OwnPart part) =>
        reader is null ? new Hole(part) : new Drawn((to, encoder) => reader.Write(new(part), to, encoder));
}
