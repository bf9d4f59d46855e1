using System.Globalization;
using System.Threading.RateLimiting;
using Lyceum.Web.Features.Accounts;

namespace Lyceum.Web.Hosting;

/// <summary>
/// "signin": guesses, by address. "upload": by person. Everything that is not a GET is limited by person, or by address for visitors.
/// </summary>
public static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services, SchoolSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter("read")
                : AMinute(Who(context), settings.WritesPerMinute));
        limits.AddPolicy("signin", context =>
            HttpMethods.IsGet(context.Request.Method) ? RateLimitPartition.GetNoLimiter("read") : AMinute("signin " + Address(context), settings.SignInsPerMinute));
        limits.AddPolicy("guest", context => AMinute("guest " + Address(context), settings.SignInsPerMinute * 6));
        limits.AddPolicy("upload", context => AMinute("upload " + Who(context), Math.Max(60, settings.WritesPerMinute / 10)));
    });

    private static RateLimitPartition<string> AMinute(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            AutoReplenishment = true,
        });

    private static string Who(HttpContext context) => context.Visit().Viewer.PersonId?.ToString() ?? Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "local";
}
