using Lyceum.Data;
using Lyceum.Web.Features.Messages;
using Lyceum.Web.Features.School.Demo;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.School;

public static class SchoolFeature
{
    public static IServiceCollection AddSchool(this IServiceCollection services, SchoolSettings settings)
    {
        services.AddSingleton<IMailCarrier>(provider => settings.Mail.Host.Length > 0 ? new SmtpCarrier(settings) : new KeptMail());
        services.AddSingleton<MailWorker>().AddHostedService(provider => provider.GetRequiredService<MailWorker>());
        services.AddSingleton<JobWorker>().AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        services.AddScoped<DemoSchool>();
        services.AddScoped<RunSchool>();
        return services;
    }

    public static void MapSchool(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", async (SchoolDb db, CancellationToken ct) =>
            await db.School.AnyAsync(ct) ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }
}
