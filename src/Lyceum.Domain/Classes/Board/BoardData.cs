using System.Text.Json;

namespace Lyceum.Domain.Classes;

/// <summary>What of Excalidraw's elements (its JSON schema, version 2) a board keeps: drawn shapes and text, without links, pictures or pages from elsewhere.</summary>
internal static class BoardData
{
    private const int LongestId = 64;
    private static readonly HashSet<string> Kinds = ["rectangle", "diamond", "ellipse", "arrow", "line", "freedraw", "text", "frame"];
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    public static bool IsWell(BoardElement element)
    {
        if (element.Id is not { Length: > 0 and <= LongestId } || element.Version < 0 || element.Data is null || element.Data.Length > BoardRules.LongestData) return false;
        return element.Data.Length == 0 || Says(element);
    }

    private static bool Says(BoardElement element)
    {
        try
        {
            using var json = JsonDocument.Parse(element.Data, Shallow);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && Text(root, "id") == element.Id && Kinds.Contains(Text(root, "type") ?? "")
                && Number(root, "version") == element.Version && Number(root, "versionNonce") == element.Nonce
                && IsNone(root, "link") && IsNone(root, "customData");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static bool IsNone(JsonElement root, string name) => !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null;
}
