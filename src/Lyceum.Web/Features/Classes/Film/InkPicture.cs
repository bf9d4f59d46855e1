using System.Text;
using System.Xml.Linq;
using Lyceum.Domain.Classes;
using static Lyceum.Web.Features.Classes.Film.Svg;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>The lines on a slide, as large as its page, with nothing behind them. The room's sheet has the same colours and widths (client/styles/room/ink.css).</summary>
internal static class InkPicture
{
    private const double Whole = 10_000;

    public static string Draw(IEnumerable<Stroke> ink, int width, int height) => Picture(width, height, ink.Select(stroke => Line(stroke, width, height)));

    private static XElement Line(Stroke stroke, int width, int height)
    {
        double Part(double percent) => width * percent / 100;
        var isMarker = stroke.Tool == InkTool.Marker;
        var (color, thick, dashes) = stroke.Color switch
        {
            InkColor.Stress => ("#d4212d", Part(.62), null),
            InkColor.Right => ("#007840", Part(.56), $"{Number(.01)} {Number(Part(1.05))}"),
            InkColor.Aside => ("#244bdd", Part(.42), $"{Number(Part(1.5))} {Number(Part(1.05))}"),
            _ => ("#121826", Part(.42), (string?)null),
        };
        return Svg.Part("path", "d", Path(stroke, width / Whole, height / Whole), "fill", "none", "stroke", color, "stroke-width", isMarker ? Part(2.6) : thick, "stroke-opacity", isMarker ? .34 : null,
            "stroke-dasharray", isMarker ? null : dashes, "stroke-linecap", isMarker ? "butt" : "round", "stroke-linejoin", "round");
    }

    // Each point but the ends bends it, and halfway between two of them it runs straight, as in the room.
    private static string Path(Stroke stroke, double across, double down)
    {
        (double X, double Y)[] points = [.. stroke.Points.Chunk(2).Select(p => (p[0] * across, p[1] * down))];
        var path = new StringBuilder($"M{At(points[0])}");
        if (points.Length <= 2) return path.Append($"L{At(points[^1])}").ToString();
        for (var i = 1; i < points.Length - 1; i++)
            path.Append($"Q{At(points[i])} {At(i == points.Length - 2 ? points[^1] : ((points[i].X + points[i + 1].X) / 2, (points[i].Y + points[i + 1].Y) / 2))}");
        return path.ToString();
    }

    private static string At((double X, double Y) point) => $"{Number(point.X)} {Number(point.Y)}";
}
