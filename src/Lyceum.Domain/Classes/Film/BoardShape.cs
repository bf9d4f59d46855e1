using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lyceum.Domain.Classes;

/// <summary>
/// An element of the board as a film draws it, read from its JSON (Excalidraw's schema, version 2). Lengths are pixels of the board, the angle is in radians around its
/// middle, points are relative to its place.
/// </summary>
public sealed partial record BoardShape(string Kind, double X, double Y, double Width, double Height)
{
    private const double Furthest = 1_000_000;

    /// <summary>Where it lies above or below others.</summary>
    public string Order { get; init; } = "";
    public double Angle { get; init; }
    /// <summary>From 0 to 1.</summary>
    public double Opacity { get; init; } = 1;
    public string Stroke { get; init; } = "#1e1e1e";
    public double StrokeWidth { get; init; } = 2;
    /// <summary>"solid", "dashed" or "dotted".</summary>
    public string StrokeStyle { get; init; } = "solid";
    /// <summary>Null when one sees through it.</summary>
    public string? Fill { get; init; }
    public bool IsRound { get; init; }
    public bool HasArrowAtStart { get; init; }
    public bool HasArrowAtEnd { get; init; }
    public string Text { get; init; } = "";
    public double FontSize { get; init; } = 20;
    /// <summary>"left", "center" or "right".</summary>
    public string TextAlign { get; init; } = "left";
    public ImmutableArray<(double X, double Y)> Points { get; init; } = [];

    /// <summary>The corners of what it covers, before it is turned.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds => Points.IsEmpty
        ? (X, Y, X + Width, Y + Height)
        : (X + Points.Min(p => p.X), Y + Points.Min(p => p.Y), X + Points.Max(p => p.X), Y + Points.Max(p => p.Y));

    /// <summary>Null for what is deleted.</summary>
    public static BoardShape? Read(BoardElement element)
    {
        if (element.Data.Length == 0) return null;
        using var json = JsonDocument.Parse(element.Data);
        var root = json.RootElement;
        return new(Word(root, "type") ?? "", Number(root, "x", 0), Number(root, "y", 0), Number(root, "width", 0), Number(root, "height", 0))
        {
            Order = Word(root, "index") ?? element.Id,
            Angle = Number(root, "angle", 0),
            Opacity = Math.Clamp(Number(root, "opacity", 100) / 100, 0, 1),
            Stroke = Color(root, "strokeColor") ?? "#1e1e1e",
            StrokeWidth = Math.Clamp(Number(root, "strokeWidth", 2), 0.5, 40),
            StrokeStyle = Word(root, "strokeStyle") ?? "solid",
            Fill = Color(root, "backgroundColor"),
            IsRound = root.TryGetProperty("roundness", out var roundness) && roundness.ValueKind == JsonValueKind.Object,
            HasArrowAtStart = Word(root, "startArrowhead") is not null,
            HasArrowAtEnd = Word(root, "endArrowhead") is not null,
            Text = Word(root, "text") ?? Word(root, "name") ?? "",
            FontSize = Math.Clamp(Number(root, "fontSize", 20), 4, 400),
            TextAlign = Word(root, "textAlign") ?? "left",
            Points = root.TryGetProperty("points", out var points) && points.ValueKind == JsonValueKind.Array ? [.. points.EnumerateArray().Where(IsPoint).Select(p => (Finite(p[0]), Finite(p[1])))] : [],
        };
    }

    private static bool IsPoint(JsonElement point) => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2 && point[0].ValueKind == JsonValueKind.Number && point[1].ValueKind == JsonValueKind.Number;

    private static double Finite(JsonElement number) => number.TryGetDouble(out var value) && double.IsFinite(value) ? Math.Clamp(value, -Furthest, Furthest) : 0;

    private static double Number(JsonElement root, string name, double otherwise) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? Finite(value) : otherwise;

    private static string? Word(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A color comes from whoever drew, and goes into a picture: nothing but a color passes.
    private static string? Color(JsonElement root, string name) => Word(root, name) is { } color && color != "transparent" && ColorWord().IsMatch(color) ? color : null;

    [GeneratedRegex("^(#[0-9a-fA-F]{3,8}|[a-z]{3,20})$")]
    private static partial Regex ColorWord();
}
