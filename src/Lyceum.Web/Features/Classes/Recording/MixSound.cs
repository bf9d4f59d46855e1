using System.Globalization;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>A recording of sound, and where it begins on the class's timeline, in milliseconds.</summary>
public sealed record SoundTrack(string Path, long StartMs);

/// <summary>What ffmpeg needs to mix recordings to one file, without the stretches that are cut.</summary>
public static class MixSound
{
    public static IReadOnlyList<string> Opus { get; } = ["-c:a", "libopus", "-b:a", "40k", "-f", "ogg"];
    public static IReadOnlyList<string> Aac { get; } = ["-c:a", "aac", "-b:a", "96k", "-f", "mp4"];

    /// <param name="tracks">At least one.</param>
    /// <param name="cuts">Of the class's timeline.</param>
    /// <param name="lengthMs">Of the class.</param>
    /// <param name="encoding">Codec and container.</param>
    /// <param name="target">Written whole, or not to be used.</param>
    public static IEnumerable<string> Arguments(IReadOnlyList<SoundTrack> tracks, Stretches cuts, long lengthMs, IReadOnlyList<string> encoding, string target)
    {
        var inputs = tracks.SelectMany(t => new[] { "-i", t.Path });
        // Gaps of a recording become silence, so that everybody stays in step.
        var placed = tracks.Select((t, i) => string.Create(CultureInfo.InvariantCulture,
            $"[{i}:a]aresample=48000:async=1:first_pts=0,{(t.StartMs < 0 ? $"atrim=start={-t.StartMs / 1000.0},asetpts=PTS-STARTPTS" : $"adelay={t.StartMs}:all=1")}[s{i}];"));
        // In frames of one picture of the film, so that a cut takes as much from the sound as from the picture.
        var left = string.Join('+', cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"gte(t,{c.FromMs / 1000.0 - 0.02})*lt(t,{c.UntilMs / 1000.0 - 0.02})")));
        var mixed = string.Create(CultureInfo.InvariantCulture,
            $"{string.Concat(tracks.Select((_, i) => $"[s{i}]"))}amix=inputs={tracks.Count}:duration=longest:normalize=0,atrim=end={lengthMs / 1000.0}{(left.Length > 0 ? $",asetnsamples=1920:p=0,aselect='not({left})',asetpts=N/SR/TB" : "")}[out]");
        return [.. inputs, "-filter_complex", string.Concat(placed) + mixed, "-map", "[out]", .. encoding, target];
    }
}
