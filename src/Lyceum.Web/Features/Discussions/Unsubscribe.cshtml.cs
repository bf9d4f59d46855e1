using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Discussions;

/// <summary>RFC 8058: mail programs post here on one click, without a cookie, so the token in the address is all there is.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class UnsubscribePage(Unsubscribing unsubscribing, FollowThread follow) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public bool IsKnown { get; private set; }
    public bool IsDone { get; private set; }

    public void OnGet() => IsKnown = unsubscribing.Read(Token) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (unsubscribing.Read(Token) is not { } read) return BadRequest();
        await follow.StopMail(read.ThreadId, read.PersonId, ct);
        IsDone = true;
        return Page();
    }
}
