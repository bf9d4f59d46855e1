using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lyceum.Web.Tests.Classes.Film;

/// <summary>What a finished film holds, as ffmpeg and ffprobe find it.</summary>
internal sealed class FilmProbe(string path)
{
    private const int SampleRate = 8_000;
    private float[]? sound;

    public double Seconds => double.Parse(Text("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path), CultureInfo.InvariantCulture);

    public string[] Codecs => Text("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Chapters => Text("ffprobe", "-v", "error", "-show_chapters", "-of", "csv", path);

    /// <summary>The name of the nearest of red, green, blue, yellow, dark and pale, in a spot of the picture; <paramref name="x"/> and <paramref name="y"/> in pixels of 1280 × 720.</summary>
    public string ColorAt(double second, int x, int y)
    {
        var seek = second.ToString(CultureInfo.InvariantCulture);
        var rgb = Bytes("ffmpeg", "-v", "error", "-ss", seek, "-i", path, "-frames:v", "1", "-vf", $"crop=16:16:{x}:{y},scale=1:1:flags=area,format=rgb24", "-f", "rawvideo", "-");
        return (rgb[0] > 128, rgb[1] > 100, rgb[2] > 128) switch
        {
            (true, false, false) => "red",
            (false, true, false) => "green",
            (false, false, true) => "blue",
            (true, true, false) => "yellow",
            (false, false, false) => "dark",
            (true, true, true) => "pale",
            _ => $"{rgb[0]},{rgb[1]},{rgb[2]}",
        };
    }

    /// <summary>Whether a tone is heard in the half second from there on (Goertzel).</summary>
    public bool HasTone(double second, double hertz)
    {
        sound ??= MemoryMarshal.Cast<byte, float>(Bytes("ffmpeg", "-v", "error", "-i", path, "-ac", "1", "-ar", $"{SampleRate}", "-f", "f32le", "-")).ToArray();
        var part = sound.AsSpan((int)(second * SampleRate), SampleRate / 2);
        double one = 0, two = 0, turn = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate);
        foreach (var sample in part) (one, two) = (sample + turn * one - two, one);
        return Math.Sqrt(one * one + two * two - turn * one * two) / part.Length > 0.01;
    }

    public static void Make(params string[] arguments) => Bytes("ffmpeg", ["-v", "error", "-y", .. arguments]);

    private static string Text(string program, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Bytes(program, arguments)).Trim();

    private static byte[] Bytes(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var said = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(said);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said.ToArray();
    }
}
