using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lyceum.Media.Tests.Recording;

/// <summary>What a recording holds, as ffmpeg and ffprobe find it.</summary>
internal static class Played
{
    public const int SampleRate = 16_000, FramesPerSecond = 100;

    public static string? Missing => File.Exists("/usr/bin/ffmpeg") && File.Exists("/usr/bin/ffprobe") ? null : "ffmpeg and ffprobe are not installed.";

    /// <summary>Codec and, of picture, size: "opus", "vp8 640x360".</summary>
    public static async Task<string> Describe(string path) => string.Join(' ', Text(await Run("ffprobe",
        "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", path)).Trim().Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The duration that the file itself tells, in seconds; NaN while it grows.</summary>
    public static async Task<double> Duration(string path) => double.TryParse(
        Text(await Run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path)), CultureInfo.InvariantCulture, out var seconds) ? seconds : double.NaN;

    public static async Task<int> CountPackets(string path) => int.Parse(Text(await Run(
        "ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", path)).Trim(), CultureInfo.InvariantCulture);

    public static async Task<float[]> Sound(string path) => MemoryMarshal.Cast<byte, float>(await Run(
        "ffmpeg", "-v", "error", "-i", path, "-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", $"{SampleRate}", "-f", "f32le", "-")).ToArray();

    /// <summary>The mean brightness, a hundred times a second.</summary>
    public static Task<byte[]> Brightness(string path) => Run(
        "ffmpeg", "-v", "error", "-i", path, "-vf", $"scale=1:1:flags=area,format=gray,fps={FramesPerSecond}:start_time=0", "-f", "rawvideo", "-");

    /// <summary>Red, green, blue of the middle, ten times a second.</summary>
    public static Task<byte[]> Middle(string path) => Run(
        "ffmpeg", "-v", "error", "-i", path, "-vf", "crop=iw/4:ih/4,scale=1:1:flags=area,format=rgb24,fps=10", "-f", "rawvideo", "-");

    /// <summary>How strong one frequency is among all sound, 0 to 1 (Goertzel).</summary>
    public static double Strength(ReadOnlySpan<float> sound, double hertz)
    {
        double coefficient = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate), before = 0, beforeThat = 0, energy = 0;
        foreach (var sample in sound)
        {
            (beforeThat, before) = (before, sample + coefficient * before - beforeThat);
            energy += sample * sample;
        }
        var power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
        return energy == 0 ? 0 : power * 2 / (energy * sound.Length);
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static async Task<byte[]> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.ToArray();
    }
}
