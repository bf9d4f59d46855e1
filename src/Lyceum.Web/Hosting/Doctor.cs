using System.Net;
using System.Net.Sockets;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Web.Features.Classes.Film;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Hosting;

/// <summary>Checks what a school stands on, and says in a sentence what to do where something is wrong. Exit code 1 when anything is.</summary>
public static class Doctor
{
    public static async Task<int> Run(SchoolSettings settings, TextWriter output)
    {
        var isWell = true;
        (string Name, Func<SchoolSettings, Task<string?>> Check)[] checks =
            [("database", Database), ("disk", Disk), ("files", Files), ("mail", Mail), ("clock", Clock), ("ports", Ports), ("ffmpeg", FfmpegThere), ("poppler", Poppler), ("captions", Captions)];
        foreach (var (name, check) in checks)
        {
            string? advice;
            try { advice = await check(settings); }
            catch (Exception failure) { advice = failure.Message; }
            isWell &= advice is null;
            await output.WriteLineAsync(advice is null ? $"ok     {name}" : $"wrong  {name}: {advice}");
        }
        return isWell ? 0 : 1;
    }

    /// <summary>Only for the sound of a class as one file, and its film.</summary>
    private static Task<string?> FfmpegThere(SchoolSettings settings) =>
        Task.FromResult(Ffmpeg.IsThere() ? null : "it is not installed, so a class cannot be had as one file of sound, as a podcast or as a film. Install it: apt install ffmpeg.");

    /// <summary>Only for films with slides.</summary>
    private static Task<string?> Poppler(SchoolSettings settings) =>
        Task.FromResult(DeckPages.IsThere() ? null : "it is not installed, so a class with slides cannot be had as a film. Install it: apt install poppler-utils.");

    /// <summary>That the recognizer's program is there, and ffmpeg, which it gets its sound from.</summary>
    private static async Task<string?> Captions(SchoolSettings settings)
    {
        if (settings.Captions.Command.Length == 0) return null;
        if (!Ffmpeg.IsThere()) return "they need ffmpeg. Install it: apt install ffmpeg.";
        var program = settings.Captions.Command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        using var asked = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, ArgumentList = { "-c", "command -v \"$1\"", "sh", program } })!;
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0 ? null : $"there is no program {program}. Set --captions:command to one that captions, or leave it out.";
    }

    private static async Task<string?> Database(SchoolSettings settings)
    {
        if (!settings.Database.IsPostgres && !File.Exists(Path.Combine(settings.Data, "school.db")))
            return $"there is no school in {Path.GetFullPath(settings.Data)} yet. Start it once, or name its folder with --data.";
        var options = new DbContextOptionsBuilder<SchoolDb>();
        settings.Database.Configure(options);
        await using var db = new SchoolDb(options.Options);
        if (!await db.Database.CanConnectAsync()) return "it does not answer. Is PostgreSQL running, and is --postgres right?";
        var waiting = (await db.Database.GetPendingMigrationsAsync()).Count();
        if (waiting > 0) return $"{waiting} migrations wait; they run at the next start.";
        if (settings.Database.IsPostgres) return null;
        var found = await db.Database.SqlQueryRaw<string>("select quick_check as \"Value\" from pragma_quick_check").ToListAsync();
        return found is ["ok"] ? null : $"SQLite finds it damaged ({found[0]}). Stop the school, keep the folder, restore the last backup.";
    }

    private static Task<string?> Disk(SchoolSettings settings)
    {
        Directory.CreateDirectory(settings.Data);
        var probe = Path.Combine(settings.Data, ".doctor");
        File.WriteAllText(probe, "ok");
        File.Delete(probe);
        var free = new DriveInfo(Path.GetFullPath(settings.Data)).AvailableFreeSpace;
        return Task.FromResult(free > 2_000_000_000 ? null : $"only {free / 1_000_000} MB are free. Make room, or move the data folder to a larger disk.");
    }

    /// <summary>Puts, reads and takes back a few bytes, as a file of somebody's would be.</summary>
    private static async Task<string?> Files(SchoolSettings settings)
    {
        var files = settings.OpenFiles();
        if (files is S3FileStore bucket) await bucket.Prepare(CancellationToken.None);
        var put = await files.Put(new MemoryStream(Guid.NewGuid().ToByteArray()), 16, CancellationToken.None);
        await using (var back = await files.Open(put.Value.Hash, CancellationToken.None))
            if (back is null) return "what was just put there cannot be read back.";
        await files.Delete(put.Value.Hash, CancellationToken.None);
        return null;
    }

    private static async Task<string?> Mail(SchoolSettings settings)
    {
        if (settings.Mail.Host.Length == 0)
            return settings.Development ? null : "no mail server is set, so no invitation and no reset arrives. Set --mail:host, --mail:from and the rest.";
        using var socket = new TcpClient();
        await socket.ConnectAsync(settings.Mail.Host, settings.Mail.Port).WaitAsync(TimeSpan.FromSeconds(10));
        using var reader = new StreamReader(socket.GetStream());
        var greeting = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)) ?? "";
        return greeting.StartsWith("220", StringComparison.Ordinal) ? null : $"{settings.Mail.Host}:{settings.Mail.Port} greets with \"{greeting}\", not as a mail server does.";
    }

    /// <summary>A clock that is behind what the school itself wrote last is wrong; so is one from before this program was made.</summary>
    private static Task<string?> Clock(SchoolSettings settings)
    {
        var now = TimeProvider.System.GetUtcNow();
        var made = File.GetLastWriteTimeUtc(typeof(Doctor).Assembly.Location is { Length: > 0 } place ? place : Environment.ProcessPath!);
        return Task.FromResult(now < made.AddDays(-1) ? $"it says {now:u}, which is before this program was made. Set it, best by NTP (timedatectl set-ntp true)." : null);
    }

    private static Task<string?> Ports(SchoolSettings settings)
    {
        foreach (var url in settings.Urls.Split(';'))
        {
            var port = new Uri(url.Replace("//*", "//localhost").Replace("//+", "//localhost")).Port;
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
            }
            catch (SocketException)
            {
                return Task.FromResult<string?>($"port {port} is in use. If that is the school itself, all is well; otherwise choose another with --urls.");
            }
        }
        return Task.FromResult<string?>(null);
    }
}
