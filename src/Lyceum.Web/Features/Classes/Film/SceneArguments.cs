using System.Globalization;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>Where the pictures of a film lie.</summary>
/// <param name="Recording">The file of a track; null when it is gone.</param>
/// <param name="Page">The drawn page of a PDF; null when it is gone.</param>
/// <param name="Drawn">The list of what is drawn in a scene; null when nothing is.</param>
/// <param name="Ground">"0xRRGGBB", behind what is only heard.</param>
public sealed record FilmPlaces(Func<RecordedTrack, string?> Recording, Func<FilmedSlide, string?> Page, Func<FilmScene, string?> Drawn, string Ground);

/// <summary>What ffmpeg needs to compose one scene at 1280 × 720: the stage, and beside it, never over it, whoever speaks.</summary>
public static class SceneArguments
{
    private const int Width = 1280, Height = 720, CornerWidth = 240, Gap = 10, Pictures = 25;
    private const string Desk = "0x16181d";
    /// <summary>A picture that stands still is sent rarely: so far before the scene is looked for the one that it begins with.</summary>
    private const long LeadMs = 12_000;

    /// <param name="scene">What is composed.</param>
    /// <param name="notBeforeMs">Offset of the class before which nothing may be looked at: the end of the last cut.</param>
    /// <param name="places">The files.</param>
    /// <param name="format">The codec.</param>
    /// <param name="target">The file of the scene.</param>
    public static IEnumerable<string> Of(FilmScene scene, long notBeforeMs, FilmPlaces places, FilmFormat format, string target)
    {
        var inputs = new List<string>();
        var filters = new List<string>();
        var stageWidth = Width;
        var corner = scene.Corner is { } camera && places.Recording(camera) is { } file ? Track(camera, file, scene, notBeforeMs, "camera", inputs, filters) : null;
        if (corner is not null) stageWidth = Width - CornerWidth - 2 * Gap;
        var stage = scene.Stage switch
        {
            FilmedTrack { Track: var shown } when places.Recording(shown) is { } path => Track(shown, path, scene, notBeforeMs, "shown", inputs, filters),
            FilmedSlide slide when places.Page(slide) is { } page => Page(page, inputs, filters),
            FilmedBoard or FilmedResult when places.Drawn(scene) is { } list => Drawn(list, inputs, filters),
            _ => null,
        };
        var ink = scene.Stage is FilmedSlide && stage is not null && places.Drawn(scene) is { } lines ? Drawn(lines, inputs, filters) : null;
        var picture = Said($"color=c={(stage is null ? places.Ground : Desk)}:s={Width}x{Height}:r={Pictures}[desk]");
        filters.Insert(0, picture);
        var top = "desk";
        if (stage is not null) top = Lay(stage, top, stageWidth, Height, Said($"({stageWidth}-w)/2"), "(H-h)/2", "staged", filters);
        if (ink is not null) top = Lay(ink, top, stageWidth, Height, Said($"({stageWidth}-w)/2"), "(H-h)/2", "inked", filters);
        if (corner is not null) top = Lay(corner, top, CornerWidth, Height / 2, Said($"W-w-{Gap}"), Said($"H-h-{Gap}"), "cornered", filters);
        return [.. inputs, "-filter_complex", string.Join(';', filters), "-map", $"[{top}]", "-frames:v", Said($"{scene.LengthMs / FilmPlan.PictureMs}"), "-r", Said($"{Pictures}"), .. format.Picture, target];
    }

    private static string Track(RecordedTrack track, string file, FilmScene scene, long notBeforeMs, string name, List<string> inputs, List<string> filters)
    {
        var from = scene.FromMs - track.StartMs;
        var lead = Math.Max(0, Math.Min(LeadMs, Math.Min(from, scene.FromMs - notBeforeMs)));
        var number = inputs.Count(i => i == "-i");
        inputs.AddRange(["-ss", Seconds(Math.Max(0, from - lead)), "-t", Seconds(lead + scene.LengthMs), "-i", file]);
        // Pictures come unevenly: each stands until the next, the first also before it and the last after it.
        filters.Add($"[{number}:v]fps={Pictures}:start_time=0,trim=start={Seconds(lead)},setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop=-1[{name}]");
        return name;
    }

    private static string Page(string file, List<string> inputs, List<string> filters)
    {
        var number = inputs.Count(i => i == "-i");
        inputs.AddRange(["-i", file]);
        filters.Add($"[{number}:v]format=yuv420p[page]");
        return "page";
    }

    // Each picture stands until the next; librsvg has the colours multiplied by how much covers, where what lays them wants them as they are.
    private static string Drawn(string list, List<string> inputs, List<string> filters)
    {
        var number = inputs.Count(i => i == "-i");
        inputs.AddRange(["-f", "concat", "-safe", "0", "-i", list]);
        filters.Add($"[{number}:v]format=gbrap,unpremultiply=inplace=1[drawn]");
        return "drawn";
    }

    private static string Lay(string what, string onto, int width, int height, string x, string y, string name, List<string> filters)
    {
        filters.Add(Said($"[{what}]scale={width}:{height}:force_original_aspect_ratio=decrease,setsar=1[{what}-sized]"));
        filters.Add($"[{onto}][{what}-sized]overlay=x='{x}':y='{y}':eof_action=repeat[{name}]");
        return name;
    }

    private static string Seconds(long milliseconds) => Said($"{milliseconds / 1000.0:0.###}");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
