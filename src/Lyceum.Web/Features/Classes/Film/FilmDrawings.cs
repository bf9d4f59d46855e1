using System.Buffers.Binary;
using System.Globalization;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>
/// Draws what of a film is neither recorded nor a page: lines over slides, the board, results of polls. Each scene gets a list of pictures with how long
/// each of them stands, as ffmpeg's concat demuxer reads it (ffmpeg-formats, "concat"); its librsvg makes pictures of them.
/// </summary>
internal sealed class FilmDrawings(FilmPlan plan, Func<FilmedSlide, string?> page, string hue, string folder)
{
    public const string Missing = "The ffmpeg of the school's machine cannot draw (it was built without librsvg): apt install ffmpeg.";

    private readonly Dictionary<int, BoardPicture> boards = plan.Scenes.Where(s => s.Stage is FilmedBoard).GroupBy(s => ((FilmedBoard)s.Stage).Opening)
        .ToDictionary(s => s.Key, s => new BoardPicture(s.SelectMany(scene => scene.Drawings).SelectMany(d => d.Board)));
    private int drawn;

    public static bool AreIn(FilmPlan plan) => plan.Scenes.Any(s => s.Drawings.Length > 0 || s.Stage is FilmedBoard or FilmedResult);

    /// <summary>The list of each scene in which something is drawn.</summary>
    public async Task<IReadOnlyDictionary<FilmScene, string>> Write(CancellationToken ct)
    {
        var lists = new Dictionary<FilmScene, string>(ReferenceEqualityComparer.Instance);
        foreach (var scene in plan.Scenes)
        {
            (long FromMs, string Svg)[] pictures = scene.Stage switch
            {
                FilmedResult result => [(scene.FromMs, ResultPicture.Draw(result, hue))],
                FilmedBoard board when scene.Drawings.IsEmpty => [(scene.FromMs, boards[board.Opening].Draw([]))],
                FilmedBoard board => [.. scene.Drawings.Select(d => (d.FromMs, boards[board.Opening].Draw(d.Board)))],
                FilmedSlide slide when scene.Drawings.Length > 0 && page(slide) is { } file && SizeOf(file) is var (width, height) => [.. scene.Drawings.Select(d => (d.FromMs, InkPicture.Draw(d.Ink, width, height)))],
                _ => [],
            };
            if (pictures.Length > 0) lists[scene] = await List(scene, pictures, ct);
        }
        return lists;
    }

    private async Task<string> List(FilmScene scene, (long FromMs, string Svg)[] pictures, CancellationToken ct)
    {
        var lines = new List<string> { "ffconcat version 1.0" };
        for (var i = 0; i < pictures.Length; i++)
        {
            var name = $"drawn-{drawn++}.svg";
            await File.WriteAllTextAsync(Path.Combine(folder, name), pictures[i].Svg, ct);
            var until = i + 1 < pictures.Length ? pictures[i + 1].FromMs : scene.UntilMs;
            lines.Add($"file '{name}'");
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"duration {(until - pictures[i].FromMs) / 1000.0:0.###}"));
        }
        var list = Path.Combine(folder, $"drawn-{drawn}.txt");
        await File.WriteAllLinesAsync(list, lines, ct);
        return list;
    }

    // Width and height stand at fixed places of a PNG (W3C, "Portable Network Graphics", 11.2.2 IHDR).
    private static (int Width, int Height) SizeOf(string png)
    {
        Span<byte> head = stackalloc byte[24];
        using var file = File.OpenRead(png);
        file.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }
}
