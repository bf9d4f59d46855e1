using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Lyceum.Web.Features.Shared;

/// <summary>What every page knows: who is asking, in which zone they read, which words.</summary>
public abstract class SchoolPage : PageModel
{
    public Visit Visit => HttpContext.Visit();
    public Viewer Viewer => Visit.Viewer;
    /// <summary>The signed-in person; only for pages that a visitor cannot reach.</summary>
    public Guid Me => Viewer.PersonId ?? throw new InvalidOperationException("This page needs somebody signed in.");
    public DateTimeZone Zone => Visit.Zone;
    protected Words T => HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>
    /// Shows this page again with the refusal at its field, or the 404 page. A refused form is drawn from what was typed.
    /// </summary>
    protected IActionResult Refused(Refusal refusal)
    {
        var status = Refusals.StatusOf(refusal.Kind);
        if (refusal.Kind == RefusalKind.NotFound) return NotFound();
        ModelState.AddModelError(refusal.Field ?? "", T.Of(refusal));
        Response.StatusCode = status;
        return Page();
    }
}
