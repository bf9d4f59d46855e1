using Microsoft.AspNetCore.Antiforgery;

namespace Lyceum.Web.Hosting;

/// <summary>Anti-forgery for endpoints that are not pages: the page's token comes in the RequestVerificationToken header.</summary>
public sealed class TokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
}

public static class TokenFilterOfRoutes
{
    public static TBuilder RequireToken<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter<TBuilder, TokenFilter>();
}
