using System.Security.Claims;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>
/// The cookie of guests. It is sent to /guest alone, names the browsers of the links that were used here, and is looked at nowhere else;
/// there in turn nobody is signed in, whatever else their browser may hold.
/// </summary>
public static class GuestSignIns
{
    public const string Scheme = "LyceumGuest";
    public const string Root = "/guest";
    private const string BrowserClaim = "browser";
    private const int MostClasses = 20;

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "lyceum-guest";
        cookie.Cookie.Path = Root;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        cookie.Events.OnRedirectToLogin = cookie.Events.OnRedirectToAccessDenied = context =>
        {
            if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) context.Response.Redirect(Root);
            else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    }

    /// <summary>Who is in this request, for everything under /guest.</summary>
    public static async Task Recognize(HttpContext context, Func<Task> next)
    {
        if (context.Request.Path.StartsWithSegments(Root))
        {
            var ticket = await context.AuthenticateAsync(Scheme);
            context.User = ticket.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
            context.Features.Set(new UsedLinks([.. context.User.FindAll(BrowserClaim).Select(claim => Guid.Parse(claim.Value))]));
            if (await SeatOf(context) is { } seat) context.Features.Set(seat);
            else context.Features.Set<Visit>(null);
        }
        await next();
    }

    public static Task Begin(HttpContext context, Guid browserId)
    {
        var browsers = BrowsersOf(context).Where(known => known != browserId).TakeLast(MostClasses - 1).Append(browserId);
        var identity = new ClaimsIdentity(browsers.Select(id => new Claim(BrowserClaim, id.ToString())), Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>As what this browser used which links; of one request, whoever is signed in besides.</summary>
    public static Guid[] BrowsersOf(HttpContext context) => context.Features.Get<UsedLinks>()?.Browsers ?? [];

    /// <summary>Of the class that the route names.</summary>
    private static async Task<Visit?> SeatOf(HttpContext context)
    {
        var browsers = BrowsersOf(context);
        if (browsers.Length == 0 || !Guid.TryParse(context.GetRouteValue("id")?.ToString(), out var classId)) return null;
        var db = context.RequestServices.GetRequiredService<SchoolDb>();
        var seat = await db.GuestsOf(classId).Where(seat => browsers.Contains(seat.Browser.Id)).OrderByDescending(seat => seat.Browser.CameAt).FirstOrDefaultAsync(context.RequestAborted);
        if (seat is null) return null;
        var first = seat.Browser.IsFirst ? null : await db.GuestBrowsers.Where(b => b.GuestId == seat.Guest.Id && b.IsFirst && b.EndedAt == null).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(context.RequestAborted);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(seat.Browser.TimeZone) ?? DateTimeZone.Utc;
        return new Visit(Viewer.Visitor, null, seat.Guest.Name, zone, context.LanguageOfBrowser()) { Guest = new(seat.Browser.Id, classId, first) };
    }

    private sealed record UsedLinks(Guid[] Browsers);
}
