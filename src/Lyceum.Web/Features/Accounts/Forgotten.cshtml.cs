using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Lyceum.Web.Features.Accounts;

[AllowAnonymous]
[EnableRateLimiting("signin")]
public sealed class ForgottenPage(PasswordLetters letters) : SchoolPage
{
    [BindProperty] public string? Email { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet() { }

    public async Task OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Email)) await letters.Send(Email, ct);
        IsSent = true;
    }
}
