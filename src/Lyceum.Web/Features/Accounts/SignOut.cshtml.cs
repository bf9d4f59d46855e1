using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Accounts;

public sealed class SignOutPage(SignIns signIns) : SchoolPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (Visit is { SessionId: { } session, Viewer.PersonId: { } person }) await signIns.End(session, person);
        await HttpContext.SignOutAsync(SignIns.Scheme);
        return LocalRedirect("/signin");
    }
}
