using System.Diagnostics;
using System.Globalization;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Calls programs of the machine beside which the school runs; with the lowest priority, so that a class that is held does not suffer.</summary>
public static class Ffmpeg
{
    public const string Missing = "ffmpeg is not installed on the school's machine: apt install ffmpeg.";

    public static bool IsThere() => IsThere("ffmpeg");

    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <param name="arguments">Without those for progress and messages.</param>
    /// <param name="advanced">Told now and then how many milliseconds of the result are written; false ends it.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What went wrong; null when it is done, empty when it is not wanted any more.</returns>
    public static async Task<string?> Run(IEnumerable<string> arguments, Func<long, Task<bool>> advanced, CancellationToken ct)
    {
        using var process = Begin("ffmpeg", ["-nostdin", "-v", "error", "-nostats", "-progress", "pipe:1", "-y", .. arguments]);
        var said = process.StandardError.ReadToEndAsync(ct);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
                if (line.StartsWith("out_time_us=", StringComparison.Ordinal) && long.TryParse(line[12..], CultureInfo.InvariantCulture, out var micros) && !await advanced(micros / 1000)) return "";
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : Last(await said);
        }
        finally
        {
            await End(process);
        }
    }

    /// <summary>What its codecs are called.</summary>
    public static Task<string> Encoders(CancellationToken ct) => Ask("ffmpeg", ["-hide_banner", "-encoders"], ct);

    /// <summary>Whether it makes pictures of SVG.</summary>
    public static async Task<bool> Draws(CancellationToken ct) => (await Ask("ffmpeg", ["-hide_banner", "-decoders"], ct)).Contains("librsvg", StringComparison.Ordinal);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it said.</returns>
    public static async Task<string> Ask(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Begin(program, arguments);
        try
        {
            var trouble = process.StandardError.ReadToEndAsync(ct);
            var said = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            await trouble;
            return said;
        }
        finally
        {
            await End(process);
        }
    }

    private static Process Begin(string program, IEnumerable<string> arguments)
    {
        var isNice = IsThere("nice");
        var start = new ProcessStartInfo(isNice ? "nice" : program, isNice ? ["-n", "19", program, .. arguments] : arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    // Gone before its files are deleted.
    private static async Task End(Process process)
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static string Last(string said) => said.Trim().Split('\n')[^1].Trim() is { Length: > 0 } line ? line : "The program ended without a word.";
}
