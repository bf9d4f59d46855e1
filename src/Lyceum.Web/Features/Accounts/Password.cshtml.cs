using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Where the mailed link leads.</summary>
[AllowAnonymous]
[EnableRateLimiting("signin")]
public sealed class PasswordPage(SetPassword setting, SignIns signIns) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public Guid Who { get; set; }
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var set = await setting.ByLink(Who, Token ?? "", Password ?? "", ct);
        if (set.IsRefused) return Refused(set.Refusal);
        await signIns.Begin(HttpContext, set.Value);
        return LocalRedirect("/");
    }
}
