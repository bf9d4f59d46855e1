using Lyceum.Data.Accounts;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Lyceum.Web.Features.Accounts;

[AllowAnonymous]
[EnableRateLimiting("signin")]
public sealed class SignInPage(SignInManager<Account> identity, UserManager<Account> accounts, SignIns signIns) : SchoolPage
{
    [BindProperty] public string Email { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string? Next { get; set; }

    public IActionResult OnGet() => Viewer.IsSignedIn ? LocalRedirect(SafeNext) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.FindByNameAsync(Email.Trim());
        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await identity.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            await signIns.Begin(HttpContext, account!.Id);
            return LocalRedirect(SafeNext);
        }
        ModelState.AddModelError("", result.IsLockedOut
            ? T["Too many wrong passwords. Try again in 15 minutes, or reset the password."]
            : T["E-mail or password is not right."]);
        Password = "";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string SafeNext => Url.IsLocalUrl(Next) ? Next! : "/";
}
