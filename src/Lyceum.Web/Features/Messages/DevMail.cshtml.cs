using Lyceum.Data;
using Lyceum.Domain.Messages;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Messages;

/// <summary>The letters of a school that sends none. Only in development: it shows everybody's.</summary>
[AllowAnonymous]
public sealed class DevMailPage(SchoolDb db, SchoolSettings settings) : SchoolPage
{
    public IReadOnlyList<Mail> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!settings.Development) return NotFound();
        Letters = await db.Mails.OrderByDescending(mail => mail.CreatedAt).Take(100).ToListAsync(ct);
        return Page();
    }
}
