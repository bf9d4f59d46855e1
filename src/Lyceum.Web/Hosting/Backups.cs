using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lyceum.Web.Hosting;

/// <summary>
/// One gzipped tar (POSIX.1-2001 pax) of the database, the files and the keys. The database is copied first and files are never changed
/// once they are there, so every file that the copy names is in the archive, although the school runs on.
/// </summary>
public static class Backups
{
    private const string Database = "school.db";
    private const string Dump = "school.pgdump";

    public static async Task<int> Make(IServiceProvider services, SchoolSettings settings, string file, TextWriter output)
    {
        var beside = file + ".part";
        var copy = Path.Combine(Directory.CreateTempSubdirectory("lyceum-backup-").FullName, settings.Database.IsPostgres ? Dump : Database);
        try
        {
            await CopyDatabase(settings, copy);
            await using (var stream = File.Create(beside))
            {
                await using var zip = new GZipStream(stream, CompressionLevel.Fastest);
                await using var tar = new TarWriter(zip, TarEntryFormat.Pax);
                await tar.WriteEntryAsync(copy, Path.GetFileName(copy));
                foreach (var key in Directory.EnumerateFiles(settings.KeysFolder)) await tar.WriteEntryAsync(key, $"keys/{Path.GetFileName(key)}");
                await WriteFiles(services.GetRequiredService<IFileStore>(), tar);
                await WriteRecordings(settings.RecordingsFolder, tar);
                await WriteMoved(services, tar);
            }
            File.Move(beside, file, overwrite: true);
            await output.WriteLineAsync($"Backed up to {file}, {new FileInfo(file).Length / 1_000_000.0:0.0} MB. It holds people's data and the school's keys: keep it where only you can read it.");
            return 0;
        }
        finally
        {
            File.Delete(beside);
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    public static async Task<int> Restore(SchoolSettings settings, string file, TextWriter output)
    {
        if (!File.Exists(file)) return await Refuse(output, $"There is no file {file}.");
        if (Directory.Exists(settings.Data) && Directory.EnumerateFileSystemEntries(settings.Data).Any(path => Path.GetFileName(path) != "lyceum.json"))
            return await Refuse(output, $"{settings.Data} is not empty, and a restore never writes over a school. Move it away first, or name another folder with --data.");
        Directory.CreateDirectory(settings.Data);
        await using (var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
        await using (var tar = new TarReader(zip))
        {
            while (await tar.GetNextEntryAsync() is { } entry)
            {
                if (!IsOurs(entry)) return await Refuse(output, $"\"{entry.Name}\" has no place in a backup: this is not one of Lyceum's. What was unpacked lies in {settings.Data}.");
                var place = Path.Combine(settings.Data, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                await entry.ExtractToFileAsync(place, overwrite: false);
            }
        }
        var dump = Path.Combine(settings.Data, Dump);
        if (File.Exists(dump))
        {
            if (!settings.Database.IsPostgres) return await Refuse(output, "This backup is of a school on PostgreSQL: name an empty database with --postgres.");
            await RunTool("pg_restore", settings, "--no-owner", "--exit-on-error", "--dbname", UriOf(settings), dump);
            File.Delete(dump);
        }
        if (settings.OpenFiles() is S3FileStore bucket) await MoveFiles(settings, bucket);
        await output.WriteLineAsync($"Restored into {settings.Data}. Start the school as always.");
        return 0;
    }

    private static bool IsOurs(TarEntry entry) =>
        entry.EntryType is TarEntryType.RegularFile && (entry.Name is Database or Dump || IsBelow(entry.Name, "keys/") || IsBelow(entry.Name, "files/") || IsBelow(entry.Name, "recordings/"));

    private static bool IsBelow(string name, string folder) =>
        name.StartsWith(folder, StringComparison.Ordinal) && name.Split('/').All(part => part.Length > 0 && part != "." && part != "..");

    private static async Task WriteFiles(IFileStore files, TarWriter tar)
    {
        await foreach (var hash in files.AllHashes(CancellationToken.None))
        {
            await using var content = await files.Open(hash, CancellationToken.None);
            if (content is null) continue;
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, $"files/{hash[..2]}/{hash[2..4]}/{hash}") { DataStream = content });
        }
    }

    /// <summary>Of a class that runs, as far as it has come: a recording is playable wherever it ends.</summary>
    private static async Task WriteRecordings(string folder, TarWriter tar)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var content = new FirstBytes(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, $"recordings/{Path.GetRelativePath(folder, path)}") { DataStream = content });
        }
    }

    private static async Task WriteMoved(IServiceProvider services, TarWriter tar)
    {
        await using var scope = services.CreateAsyncScope();
        await foreach (var (path, content) in services.GetRequiredService<RecordingFiles>().Moved(scope.ServiceProvider.GetRequiredService<SchoolDb>()))
        {
            await using var moved = content;
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, $"recordings/{path}") { DataStream = moved });
        }
    }

    private static async Task MoveFiles(SchoolSettings settings, S3FileStore bucket)
    {
        await bucket.Prepare(CancellationToken.None);
        var disk = new DiskFileStore(settings.FilesFolder);
        await foreach (var hash in disk.AllHashes(CancellationToken.None))
        {
            await using (var content = await disk.Open(hash, CancellationToken.None))
                await bucket.Put(content!, long.MaxValue, CancellationToken.None);
            await disk.Delete(hash, CancellationToken.None);
        }
    }

    private static async Task CopyDatabase(SchoolSettings settings, string copy)
    {
        if (settings.Database.IsPostgres)
        {
            await RunTool("pg_dump", settings, "--format=custom", "--file", copy, UriOf(settings));
            return;
        }
        await using var from = new SqliteConnection(settings.Database.ConnectionString);
        await using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
    }

    private static string UriOf(SchoolSettings settings)
    {
        var at = new NpgsqlConnectionStringBuilder(settings.Postgres);
        return $"postgresql://{Uri.EscapeDataString(at.Username ?? "")}@{at.Host}:{at.Port}/{Uri.EscapeDataString(at.Database ?? "")}";
    }

    private static async Task RunTool(string tool, SchoolSettings settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        // The password goes through the environment, so that it stands in no list of processes.
        start.Environment["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(settings.Postgres).Password ?? "";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start; install postgresql-client.");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{tool}: {errors.Trim()}");
    }

    private static async Task<int> Refuse(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }
}
