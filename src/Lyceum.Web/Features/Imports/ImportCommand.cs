using System.Globalization;
using Lyceum.Data;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>lyceum import FILE [--course SLUG] [--as EMAIL]: the import of the pages, with its report on the terminal. 0 = done, 1 = refused, 2 = misused.</summary>
public static class ImportCommand
{
    public const string Usage = "lyceum import FILE [--course SLUG] [--as EMAIL]";

    /// <param name="arguments">What stands after "import".</param>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, TextWriter output, CancellationToken ct = default)
    {
        if (arguments is not [var file, ..] || file.StartsWith('-'))
            return await Misused(output, Usage);
        if (!File.Exists(file))
            return await Misused(output, $"There is no file {file}.");
        await using var scope = services.CreateAsyncScope();
        var words = scope.ServiceProvider.GetRequiredService<Words>();
        if (await Actor(scope.ServiceProvider.GetRequiredService<SchoolDb>(), Option(arguments, "--as"), ct) is not { } actor)
            return await Misused(output, "Nobody of the school's staff can be found to import in the name of. Name somebody with --as EMAIL.");
        await using var archive = File.OpenRead(file);
        var asked = await scope.ServiceProvider.GetRequiredService<AskForImport>().Run(actor, Option(arguments, "--course"), archive, Path.GetFileName(file), atOnce: true, ct);
        if (asked.IsRefused)
            return await Misused(output, words.Of(asked.Refusal));
        var import = await scope.ServiceProvider.GetRequiredService<ImportCartridge>().Run(asked.Value.Id, ct);
        await output.WriteLineAsync(Text(import, words));
        return import.State == ImportState.Done ? 0 : 1;
    }

    private static async Task<Viewer?> Actor(SchoolDb db, string? email, CancellationToken ct)
    {
        var address = email?.Trim().ToLowerInvariant();
        var person = await db.People.Where(p => address == null ? p.IsStaff : p.Email == address).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);
        return person is null ? null : new Viewer(person.Id, person.IsStaff);
    }

    private static string Text(Import import, Words words)
    {
        var report = import.Report;
        string[] lines = import.State == ImportState.Refused
            ? ["Nothing was imported."]
            : [
                string.Create(CultureInfo.InvariantCulture, $"{report.Title}: {report.Modules} new modules, {report.Count(ImportFate.Made)} new activities, {report.Count(ImportFate.Updated)} updated, {report.Count(ImportFate.Unchanged)} unchanged, {report.Questions} questions, {report.Files} files."),
                .. report.Items.Select(i => $"  {i.Fate,-9} {i.Kind,-10} {i.Module} / {i.Title}"),
              ];
        return string.Join('\n', lines.Concat(report.Losses.Select(l => $"  Not taken: {l.Subject}: {words[l.Message, [.. l.Arguments]]}")));
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static async Task<int> Misused(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 2;
    }
}
