using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Where the link in an invitation leads: a page of their own for somebody who is new to the school.</summary>
[AllowAnonymous]
[EnableRateLimiting("signin")]
public sealed class InvitationPage(SchoolDb db, AcceptInvitation accept, SignIns signIns) : SchoolPage
{
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }
    [BindProperty] public string? Password { get; set; }

    /// <summary>Null = the link opens nothing any more.</summary>
    public Person? Person { get; private set; }
    public string School { get; private set; } = "";
    public IReadOnlyList<string> Courses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : Over();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var joined = await accept.WithPassword(Token, Password ?? "", ct);
        if (joined.IsRefused) return await Load(ct) ? Refused(joined.Refusal) : Over();
        await signIns.Begin(HttpContext, joined.Value);
        return LocalRedirect("/");
    }

    private PageResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await accept.Find(Token) is not { } account) return false;
        Person = await db.People.SingleAsync(person => person.Id == account.Id, ct);
        School = await db.School.Select(school => school.Name).SingleAsync(ct);
        Courses = await db.CoursesOpenTo(new Viewer(account.Id, false)).OrderBy(course => course.Title).Select(course => course.Title).ToListAsync(ct);
        return true;
    }
}
