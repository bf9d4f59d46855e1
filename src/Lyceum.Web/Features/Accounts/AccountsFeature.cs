using Lyceum.Data;
using Lyceum.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lyceum.Web.Features.Accounts;

public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<KnownBrowsers>();
        services.AddScoped<SignIns>();
        services.AddScoped<CreateAccount>();
        services.AddIdentityCore<Account>(SignIns.ConfigureIdentity)
            .AddEntityFrameworkStores<SchoolDb>()
            .AddSignInManager()
            .AddPasswordValidator<CommonPasswords>()
            .AddDefaultTokenProviders();
        services.AddSingleton<Invitations>().AddSingleton<InvitationLetters>().AddScoped<AcceptInvitation>();
        services.AddScoped<PasswordLetters>().AddScoped<SetPassword>().AddScoped<DescribeOneself>();
        services.AddAuthentication(SignIns.Scheme).AddCookie(SignIns.Scheme, SignIns.Configure);
        services.AddAuthentication().AddIdentityCookies();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder(SignIns.Scheme).RequireAuthenticatedUser().Build())
            .AddPolicy("staff", policy => policy.AddAuthenticationSchemes(SignIns.Scheme)
                .RequireAssertion(context => context.Resource is HttpContext http && http.Visit().Viewer.IsStaff));
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) => PasskeyEndpoints.Map(routes);
}
