using Lyceum.Data.Accounts;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Lyceum.Web.Features.Accounts;

/// <summary>WebAuthn Level 3: the options that a browser asks an authenticator with, and what it answered, as JSON in both directions.</summary>
public static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/me/passkeys").RequireToken();
        own.MapPost("/options", CreationOptions);
        own.MapPost("/", Add);
        var signIn = routes.MapGroup("/signin/passkey").AllowAnonymous().RequireRateLimiting("signin").RequireToken();
        signIn.MapPost("/options", async (SignInManager<Account> identity) => Json(await identity.MakePasskeyRequestOptionsAsync(null)));
        signIn.MapPost("/", SignIn);
        var join = routes.MapGroup("/account/invitation/passkey").AllowAnonymous().RequireRateLimiting("signin").RequireToken();
        join.MapPost("/options", JoinOptions);
        join.MapPost("/", Join);
    }

    private static async Task<IResult> CreationOptions(HttpContext http, SignInManager<Account> identity)
    {
        var visit = http.Visit();
        var account = (await identity.UserManager.FindByIdAsync(visit.Viewer.PersonId!.Value.ToString()))!;
        return Json(await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = visit.Name }));
    }

    private static async Task<IResult> Add(PasskeyAnswer answer, HttpContext http, SignInManager<Account> identity, Words words, Times times)
    {
        var account = (await identity.UserManager.FindByIdAsync(http.Visit().Viewer.PersonId!.Value.ToString()))!;
        if (!await WasAsked(http)) return Refused(words);
        var attestation = await identity.PerformPasskeyAttestationAsync(answer.Credential);
        if (!attestation.Succeeded) return Refused(words);
        attestation.Passkey.Name = words["Passkey of {0}", times.Day(times.Now)];
        var added = await identity.UserManager.AddOrUpdatePasskeyAsync(account, attestation.Passkey);
        return added.Succeeded ? Results.NoContent() : Refused(words);
    }

    private static async Task<IResult> JoinOptions(JoinAnswer invited, AcceptInvitation accept, SignInManager<Account> identity, Words words) =>
        await accept.Find(invited.Token) is { } account
            ? Json(await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! }))
            : AcceptInvitation.IsOver.ToResult(words);

    private static async Task<IResult> Join(JoinAnswer invited, HttpContext http, AcceptInvitation accept, SignInManager<Account> identity, SignIns signIns, Words words, Times times, CancellationToken ct)
    {
        if (await accept.Find(invited.Token) is not { } account) return AcceptInvitation.IsOver.ToResult(words);
        if (invited.Credential is null || !await WasAsked(http)) return Refused(words);
        var attestation = await identity.PerformPasskeyAttestationAsync(invited.Credential);
        if (!attestation.Succeeded || attestation.UserEntity.Id != account.Id.ToString()) return Refused(words);
        attestation.Passkey.Name = words["Passkey of {0}", times.Day(times.Now)];
        var joined = await accept.WithPasskey(invited.Token, attestation.Passkey, ct);
        if (joined.IsRefused) return joined.Refusal.ToResult(words);
        await signIns.Begin(http, joined.Value);
        return Results.NoContent();
    }

    private static async Task<IResult> SignIn(PasskeyAnswer answer, HttpContext http, SignInManager<Account> identity, SignIns signIns, Words words)
    {
        if (!await WasAsked(http)) return Refused(words);
        var assertion = await identity.PerformPasskeyAssertionAsync(answer.Credential);
        if (!assertion.Succeeded) return Refused(words);
        await identity.UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIns.Begin(http, assertion.User.Id);
        return Results.NoContent();
    }

    /// <summary>Identity keeps the challenge in this cookie, and throws where an answer comes without one.</summary>
    private static async Task<bool> WasAsked(HttpContext http) => (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;

    private static IResult Refused(Words words) => Results.Problem(words["This passkey was not accepted. Nothing was changed; sign in with your password."], statusCode: StatusCodes.Status400BadRequest);

    private static IResult Json(string options) => Results.Text(options, "application/json");
}

public sealed record PasskeyAnswer(string Credential);

/// <summary>The token of an invitation, and what the authenticator answered once it was asked.</summary>
public sealed record JoinAnswer(string? Token, string? Credential);
