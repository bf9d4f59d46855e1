using Lyceum.Data;
using Lyceum.Web.Features.Imports;
using Lyceum.Web.Features.School.Demo;

namespace Lyceum.Web.Hosting;

/// <summary>lyceum [command] [--setting value …]; without a command it serves.</summary>
public static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        var settings = Read(args);
        var app = SchoolHost.Build(settings);
        await Prepare(app);
        if (args is ["import", .. var rest])
            return await ImportCommand.Run(app.Services, rest, Console.Out);
        if (args is ["demo", ..]) return await DemoCommand.Run(app.Services, Console.Out);
        if (settings.Demo) await DemoCommand.Start(app.Services, Console.Out);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Brings the database up to date before anything asks it.</summary>
    public static async Task Prepare(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SchoolDb>().Migrate();
    }

    private static SchoolSettings Read(string[] args)
    {
        var first = new ConfigurationBuilder().AddEnvironmentVariables("LYCEUM_").AddCommandLine(args).Build();
        var data = first["Data"] ?? "data";
        return new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(Path.Combine(data, "lyceum.json")), optional: true)
            .AddEnvironmentVariables("LYCEUM_")
            .AddCommandLine(args)
            .Build()
            .Get<SchoolSettings>() ?? new SchoolSettings();
    }
}
