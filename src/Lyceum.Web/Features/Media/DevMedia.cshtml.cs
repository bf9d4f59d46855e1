using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Media;

/// <summary>Two windows of this page hear and see each other through the media server; in development only.</summary>
[AllowAnonymous]
public sealed class DevMediaPage(SchoolSettings settings, WhipTokens tokens) : SchoolPage
{
    public string WhipToken { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (!settings.Development) return NotFound();
        WhipToken = tokens.Mint(DevSocket.Room, "encoder", TimeSpan.FromHours(8));
        return Page();
    }
}
