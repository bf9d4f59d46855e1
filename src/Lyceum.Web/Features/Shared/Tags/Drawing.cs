using System.Globalization;
using System.Text;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// The drawing that a course owns: marks on its hue, always the same for the same seed. Wide is 104 × 64, small (a tile beside a name) 32 × 32.
/// </summary>
internal sealed class Drawing
{
    private readonly bool isSmall;
    private readonly StringBuilder marks = new();
    private uint state;

    private Drawing(string seed, bool isSmall)
    {
        this.isSmall = isSmall;
        state = Encoding.UTF8.GetBytes(seed).Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u);
    }

    public static string Of(string seed, bool isSmall)
    {
        var drawing = new Drawing(seed, isSmall);
        Action[] kinds = [drawing.Bars, drawing.Waves, drawing.Dots, drawing.Lines, drawing.Rings, drawing.Steps];
        kinds[drawing.state % kinds.Length]();
        return drawing.marks.ToString();
    }

    private double Width => isSmall ? 32 : 104;
    private double Height => isSmall ? 32 : 64;
    private double Next() { state ^= state << 13; state ^= state >> 17; state ^= state << 5; return state / (double)uint.MaxValue; }

    private void Bars()
    {
        var (count, wide, gap) = isSmall ? (4, 3.0, 2.0) : (11, 5.0, 2.5);
        var (middle, spread) = (count * (0.4 + 0.2 * Next()), count * (0.16 + 0.06 * Next()));
        var left = (Width - count * (wide + gap) + gap) / 2;
        var floor = Height * 0.82;
        for (var bar = 0; bar < count; bar++)
        {
            var tall = Math.Max(3, Height * 0.66 * Math.Exp(-Math.Pow((bar + 0.5 - middle) / spread, 2) / 2) * (0.88 + 0.24 * Next()));
            Rect(left + bar * (wide + gap), floor - tall, wide, tall);
        }
    }

    private void Lines()
    {
        var (count, left, full) = isSmall ? (3, 8.0, 16.0) : (5, 20.0, 64.0);
        var (first, step) = isSmall ? (9.0, 6.0) : (13.0, 9.5);
        for (var line = 0; line < count; line++)
            Rect(left, first + line * step, line == 0 ? full * 0.7 : line == count - 1 ? full * (0.35 + 0.3 * Next()) : full * (0.9 + 0.1 * Next()), line == 0 ? 5 : 2.5);
    }

    private void Waves()
    {
        var phase = Next() * 6;
        var rows = isSmall ? 2 : 4;
        for (var row = 0; row < rows; row++)
        {
            var middle = Height * (row + 1) / (rows + 1);
            var (margin, tall) = (Width * 0.15, Height * (isSmall ? 0.1 : 0.07) * (0.7 + 0.6 * Next()));
            var path = new StringBuilder();
            for (var x = margin; x <= Width - margin; x += isSmall ? 2 : 4)
                path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {middle + tall * Math.Sin(x / Width * 11 + phase + row):0.#}");
            Stroke(path.ToString(), 2.5);
        }
    }

    private void Dots()
    {
        var count = isSmall ? 6 : 16;
        for (var dot = 0; dot < count; dot++)
        {
            var x = Width * (0.16 + 0.68 * dot / (count - 1));
            var y = Height * (0.76 - 0.5 * dot / (count - 1) + (Next() - 0.5) * 0.3);
            Circle(x, y, isSmall ? 2 : 3, filled: true);
        }
    }

    private void Rings()
    {
        var (x, y) = (Width * (0.3 + 0.4 * Next()), Height * 0.5);
        for (var ring = 1; ring <= (isSmall ? 2 : 4); ring++) Circle(x, y, (isSmall ? 5 : 6) * ring - 2, filled: false);
    }

    private void Steps()
    {
        var count = isSmall ? 4 : 8;
        var (x, y, dx) = (Width * 0.16, Height * 0.78, Width * 0.68 / count);
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}"));
        for (var step = 0; step < count; step++)
            path.Append(CultureInfo.InvariantCulture, $"h{dx:0.#}v{-Height * 0.56 / count * (0.5 + Next()):0.#}");
        Stroke(path.ToString(), 3);
    }

    private void Rect(double x, double y, double wide, double tall) =>
        marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{wide:0.#}\" height=\"{tall:0.#}\" rx=\"1.2\"/>");

    private void Circle(double x, double y, double radius, bool filled) =>
        marks.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"{(filled ? "" : " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.5\"")}/>");

    private void Stroke(string path, double wide) =>
        marks.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{wide:0.#}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
}
