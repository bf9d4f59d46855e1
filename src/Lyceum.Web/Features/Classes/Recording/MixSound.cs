using System.Diagnostics;
using System.Globalization;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>A recording of sound, and where it begins on the class's timeline, in milliseconds.</summary>
public sealed record SoundTrack(string Path, long StartMs);

/// <summary>Mixes recordings to one Opus file with ffmpeg, without the stretches that are cut.</summary>
public static class MixSound
{
    public const string Missing = "ffmpeg is not installed on the school's machine: apt install ffmpeg.";

    public static bool IsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")));

    /// <param name="tracks">At least one.</param>
    /// <param name="cuts">In milliseconds of the class.</param>
    /// <param name="lengthMs">Of the class.</param>
    /// <param name="target">Written whole, or not to be used.</param>
    /// <param name="advanced">Told the percentage now and then; false ends it.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What went wrong; null when it is done.</returns>
    public static async Task<string?> Run(IReadOnlyList<SoundTrack> tracks, IReadOnlyList<(long From, long Until)> cuts, long lengthMs, string target, Func<int, Task<bool>> advanced, CancellationToken ct)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments(tracks, cuts, lengthMs, target)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(ct);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
                if (line.StartsWith("out_time_us=", StringComparison.Ordinal) && long.TryParse(line[12..], CultureInfo.InvariantCulture, out var micros)
                    && !await advanced((int)Math.Min(99, micros / 10 / Math.Max(1, lengthMs)))) return "";
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : (await said).Trim();
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    internal static IEnumerable<string> Arguments(IReadOnlyList<SoundTrack> tracks, IReadOnlyList<(long From, long Until)> cuts, long lengthMs, string target)
    {
        var inputs = tracks.SelectMany(t => new[] { "-i", t.Path });
        // Gaps of a recording become silence, so that everybody stays in step.
        var placed = tracks.Select((t, i) => string.Create(CultureInfo.InvariantCulture,
            $"[{i}:a]aresample=48000:async=1:first_pts=0,{(t.StartMs < 0 ? $"atrim=start={-t.StartMs / 1000.0},asetpts=PTS-STARTPTS" : $"adelay={t.StartMs}:all=1")}[s{i}];"));
        var left = string.Join('+', cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"between(t,{c.From / 1000.0},{c.Until / 1000.0})")));
        var mixed = string.Create(CultureInfo.InvariantCulture,
            $"{string.Concat(tracks.Select((_, i) => $"[s{i}]"))}amix=inputs={tracks.Count}:duration=longest:normalize=0,atrim=end={lengthMs / 1000.0}{(left.Length > 0 ? $",aselect='not({left})',asetpts=N/SR/TB" : "")}[out]");
        return ["-nostdin", "-v", "error", "-nostats", "-progress", "pipe:1", "-y", .. inputs, "-filter_complex", string.Concat(placed) + mixed, "-map", "[out]", "-c:a", "libopus", "-b:a", "40k", "-f", "ogg", target];
    }
}
