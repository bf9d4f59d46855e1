using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Imports;
using Lyceum.Web.Features.School.Demo;

namespace Lyceum.Web.Hosting;

/// <summary>lyceum [command] [--setting value …]; without a command it serves.</summary>
public static class CommandLine
{
    private const string Usage = """
        lyceum                                start the school (also: lyceum serve)
        lyceum demo                           fill an empty school with the demo
        lyceum user add E-MAIL NAME [--staff] add a person; prints the link with which they set a password
        lyceum import FILE [--course slug]    import a Common Cartridge
        lyceum backup FILE                    write database and files into one archive, while the school runs
        lyceum restore FILE                   put a backup in the place of an empty data folder
        lyceum doctor                         check database, disk, mail, clock, ports, and say what to do
        Settings (--data, --urls, --postgres …) are listed in docs/operating.md.
        """;

    public static async Task<int> Run(string[] args)
    {
        var settings = Read(args);
        var words = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        switch (words)
        {
            case [] or ["serve"]:
                return await Serve(settings);
            case ["restore", var file]:
                return await Backups.Restore(settings, file, Console.Out);
            case ["doctor"]:
                return await Doctor.Run(settings, Console.Out);
            case ["help"] or ["--help"]:
                Console.WriteLine(Usage);
                return 0;
        }
        await using var app = SchoolHost.Build(settings);
        await Prepare(app);
        switch (words)
        {
            case ["demo"]:
                return await DemoCommand.Run(app.Services, Console.Out);
            case ["import", ..]:
                return await ImportCommand.Run(app.Services, args[1..], Console.Out);
            case ["user", "add", var email, .. var name]:
                return await AddUserCommand.Run(app.Services, email, string.Join(' ', name), args.Contains("--staff"), Console.Out);
            case ["backup", var file]:
                return await Backups.Make(app.Services, settings, file, Console.Out);
            default:
                Console.Error.WriteLine($"There is no command \"{string.Join(' ', words)}\".");
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Brings the database up to date, and makes the bucket of the files, before anything asks them.</summary>
    public static async Task Prepare(WebApplication app)
    {
        if (app.Services.GetRequiredService<IFileStore>() is S3FileStore bucket) await bucket.Prepare(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SchoolDb>().Migrate();
    }

    private static async Task<int> Serve(SchoolSettings settings)
    {
        // Each has a core of its own meanwhile. The first page needs no model; whoever comes to need it waits for it.
        Directory.CreateDirectory(settings.Data);
        var migrated = Task.Run(() => SchoolDb.Migrate(settings.Database));
        var model = MakeModel();
        await using var app = SchoolHost.Build(settings);
        SchoolHost.Warm(app);
        await migrated;
        if (settings.HasDemo) await DemoCommand.Start(app.Services, Console.Out);
        await app.StartAsync();
        await model;
        await AddUserCommand.SayHowToBegin(app.Services, settings.Data, Console.Out);
        await app.WaitForShutdownAsync();
        return 0;

        async Task MakeModel()
        {
            await migrated;
            await SchoolDb.MakeModel(settings.Database);
        }
    }

    private static SchoolSettings Read(string[] args)
    {
        var options = args.SkipWhile(word => !word.StartsWith('-')).ToArray();
        var first = new ConfigurationBuilder().AddEnvironmentVariables("LYCEUM_").AddCommandLine(options).Build();
        var data = first["Data"] ?? "data";
        return new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(Path.Combine(data, "lyceum.json")), optional: true)
            .AddEnvironmentVariables("LYCEUM_")
            .AddCommandLine(options)
            .Build()
            .Get<SchoolSettings>() ?? new SchoolSettings();
    }
}
