using System.Xml.Linq;
using Lyceum.Domain.Classes;
using static Lyceum.Web.Features.Classes.Film.Svg;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>The board: all that comes onto it while it is open has its place from the beginning, so that nothing moves when more is drawn.</summary>
internal sealed class BoardPicture
{
    private const int Width = 1280, Height = 720, Margin = 40;
    private const double LineHeight = 1.25;
    private readonly double zoom, left, top;

    public BoardPicture(IEnumerable<BoardElement> everything)
    {
        var bounds = everything.Select(BoardShape.Read).OfType<BoardShape>().Select(shape => shape.Bounds).ToArray();
        if (bounds.Length == 0) bounds = [(0, 0, Width, Height)];
        var (right, bottom) = (bounds.Max(b => b.Right), bounds.Max(b => b.Bottom));
        (left, top) = (bounds.Min(b => b.Left), bounds.Min(b => b.Top));
        zoom = Math.Min(1, Math.Min((Width - 2.0 * Margin) / Math.Max(1, right - left), (Height - 2.0 * Margin) / Math.Max(1, bottom - top)));
        left -= (Width / zoom - (right - left)) / 2;
        top -= (Height / zoom - (bottom - top)) / 2;
    }

    public string Draw(IEnumerable<BoardElement> elements)
    {
        XElement[] shapes = [.. elements.Select(BoardShape.Read).OfType<BoardShape>().OrderBy(shape => shape.Order, StringComparer.Ordinal).Select(Placed)];
        return Picture(Width, Height, Part("rect", "width", Width, "height", Height, "fill", "#ffffff"), Group(shapes, "transform", $"scale({zoom.ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture)}) translate({Number(-left)} {Number(-top)})"));
    }

    private static XElement Placed(BoardShape shape)
    {
        var (left, top, right, bottom) = shape.Bounds;
        return Group([.. Drawn(shape)], "opacity", shape.Opacity, "fill", "none", "stroke", shape.Stroke, "stroke-width", shape.StrokeWidth, "stroke-linecap", "round", "stroke-linejoin", "round",
            "stroke-dasharray", shape.StrokeStyle switch { "dashed" => $"8 {Number(8 + shape.StrokeWidth)}", "dotted" => $"1.5 {Number(6 + shape.StrokeWidth)}", _ => null },
            "transform", shape.Angle == 0 ? null : $"rotate({Number(shape.Angle * 180 / Math.PI)} {Number((left + right) / 2)} {Number((top + bottom) / 2)})");
    }

    private static IEnumerable<XElement> Drawn(BoardShape shape)
    {
        var (x, y, width, height) = (shape.X, shape.Y, shape.Width, shape.Height);
        return shape.Kind switch
        {
            "rectangle" => [Part("rect", "x", x, "y", y, "width", width, "height", height, "rx", shape.IsRound ? Math.Min(32, Math.Min(width, height) / 4) : 0.0, "fill", shape.Fill)],
            "ellipse" => [Part("ellipse", "cx", x + width / 2, "cy", y + height / 2, "rx", width / 2, "ry", height / 2, "fill", shape.Fill)],
            "diamond" => [Part("polygon", "points", Corners((x + width / 2, y), (x + width, y + height / 2), (x + width / 2, y + height), (x, y + height / 2)), "fill", shape.Fill)],
            "freedraw" => [Part("polyline", "points", Corners(PointsOf(shape)), "stroke-width", shape.StrokeWidth * 2)],
            "line" or "arrow" => [Part("polyline", "points", Corners(PointsOf(shape)), "fill", shape.Kind == "line" ? shape.Fill : null), .. Heads(shape)],
            "frame" => [Part("rect", "x", x, "y", y, "width", width, "height", height, "rx", 8.0, "stroke", "#bbbbbb"), .. Lines(shape with { Y = y - 20, FontSize = 14, Stroke = "#888888", TextAlign = "left" })],
            "text" => Lines(shape),
            _ => [],
        };
    }

    private static IEnumerable<XElement> Lines(BoardShape shape)
    {
        var (x, anchor) = shape.TextAlign switch { "center" => (shape.X + shape.Width / 2, "middle"), "right" => (shape.X + shape.Width, "end"), _ => (shape.X, "start") };
        return shape.Text.ReplaceLineEndings("\n").Split('\n').Select((line, i) =>
            Text(line, "x", x, "y", shape.Y + shape.FontSize * (LineHeight * i + 1), "font-size", shape.FontSize, "text-anchor", anchor, "fill", shape.Stroke, "stroke", "none"));
    }

    private static IEnumerable<XElement> Heads(BoardShape shape)
    {
        var points = PointsOf(shape);
        if (points.Length < 2) yield break;
        if (shape.HasArrowAtEnd) yield return Head(points[^2], points[^1]);
        if (shape.HasArrowAtStart) yield return Head(points[1], points[0]);
    }

    private static XElement Head((double X, double Y) from, (double X, double Y) to)
    {
        const double length = 20, spread = Math.PI / 9;
        var angle = Math.Atan2(to.Y - from.Y, to.X - from.X);
        (double, double) Wing(double turn) => (to.X - length * Math.Cos(angle + turn), to.Y - length * Math.Sin(angle + turn));
        return Part("polyline", "points", Corners(Wing(spread), to, Wing(-spread)), "stroke-dasharray", "none");
    }

    private static (double X, double Y)[] PointsOf(BoardShape shape) => [.. shape.Points.Select(p => (shape.X + p.X, shape.Y + p.Y))];

    private static string Corners(params IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"));
}
