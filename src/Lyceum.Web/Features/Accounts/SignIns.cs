using System.Security.Claims;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Begins and ends the session of a browser; the cookie carries nothing but the session's id.</summary>
public sealed class SignIns(SchoolStore store, OpenSessions sessions, IClock clock)
{
    public const string Scheme = "Lyceum";
    private const string SessionClaim = "session";

    public async Task Begin(HttpContext context, Guid personId)
    {
        var session = Session.Start(personId, context.Request.Headers.UserAgent.ToString(), clock.GetCurrentInstant());
        await store.Write<Done>(async (db, ct) =>
        {
            db.Sessions.Add(session);
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Id.ToString())], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    public async Task End(Guid sessionId, Guid personId)
    {
        await store.Write<Done>(async (db, ct) =>
        {
            var session = await db.Sessions.AsTracking().SingleOrDefaultAsync(open => open.Id == sessionId && open.PersonId == personId, ct);
            session?.End(clock.GetCurrentInstant());
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        sessions.Forget(sessionId);
    }

    public static Guid? SessionOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>Runs once per request: a session that was ended is a visitor again, whatever the cookie says.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<OpenSessions>();
        var visit = SessionOf(context.Principal) is { } id ? await sessions.Find(id) : null;
        if (visit is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        context.HttpContext.Features.Set(visit);
    }

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "lyceum";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/signin";
        cookie.ReturnUrlParameter = "next";
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context =>
        {
            var isPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/hubs");
            if (isPage) context.Response.Redirect(context.RedirectUri);
            else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    }

    public static void ConfigureIdentity(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = false;
        // NIST SP 800-63B-4 §3.1.1.2: length counts, composition rules do not; common passwords are refused by their own validator.
        identity.Password.RequiredLength = 12;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 10;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}
