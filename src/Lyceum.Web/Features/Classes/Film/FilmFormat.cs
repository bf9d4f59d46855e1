namespace Lyceum.Web.Features.Classes.Film;

/// <summary>How a film is written: with H.264 where the machine's ffmpeg has it, since every device plays that; else with VP8.</summary>
/// <param name="Extension">Of the finished file.</param>
/// <param name="ContentType">Of the finished file.</param>
/// <param name="Picture">Codec of the scenes.</param>
/// <param name="Sound">Codec and container of the sound.</param>
/// <param name="Finish">Of the finished file alone.</param>
public sealed record FilmFormat(string Extension, string ContentType, IReadOnlyList<string> Picture, IReadOnlyList<string> Sound, IReadOnlyList<string> Finish)
{
    // Half of the machine at most, beside the low priority: a class that is held comes first.
    private static readonly string Threads = $"{Math.Max(1, Environment.ProcessorCount / 2)}";

    public static FilmFormat Mp4 { get; } = new("mp4", "video/mp4",
        ["-c:v", "libx264", "-preset", "veryfast", "-crf", "24", "-pix_fmt", "yuv420p", "-g", "250", "-threads", Threads], Recording.MixSound.Aac, ["-movflags", "+faststart"]);

    public static FilmFormat WebM { get; } = new("webm", "video/webm",
        ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-crf", "20", "-b:v", "1500k", "-pix_fmt", "yuv420p", "-g", "250", "-threads", Threads], Recording.MixSound.Opus, []);

    public static FilmFormat Of(string extension) => extension == Mp4.Extension ? Mp4 : WebM;

    /// <param name="encoders">What "ffmpeg -encoders" says.</param>
    public static FilmFormat Best(string encoders) => encoders.Contains(" libx264 ", StringComparison.Ordinal) ? Mp4 : WebM;
}
