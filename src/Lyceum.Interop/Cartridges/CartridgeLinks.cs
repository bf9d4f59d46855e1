namespace Lyceum.Interop.Cartridges;

/// <summary>Where a link within a cartridge leads.</summary>
public abstract record CartridgeTarget
{
    private CartridgeTarget() { }

    public sealed record ToFile(string Path) : CartridgeTarget;

    public sealed record ToItem(string Identifier) : CartridgeTarget;

    public sealed record ToModule(string Identifier) : CartridgeTarget;
}

/// <summary>
/// Resolves the addresses that pages of a cartridge use for its own parts: $IMS-CC-FILEBASE$ (Common Cartridge), $WIKI_REFERENCE$,
/// $CANVAS_OBJECT_REFERENCE$ and $CANVAS_COURSE_REFERENCE$ (Canvas), and paths relative to the page.
/// </summary>
public sealed class CartridgeLinks
{
    private static readonly string[] FileBases = ["$IMS-CC-FILEBASE$", "$IMS_CC_FILEBASE$", "$IMS_CC_FILE_BASE$", "$CANVAS_COURSE_REFERENCE$/file_contents/course files"];
    private static readonly string[] ObjectBases = ["$CANVAS_OBJECT_REFERENCE$/", "$CANVAS_COURSE_REFERENCE$/"];
    private const string WikiBase = "$WIKI_REFERENCE$/";

    private readonly Dictionary<string, CartridgeItem> itemsByPath;
    private readonly HashSet<string> items;
    private readonly HashSet<string> modules;
    private readonly HashSet<string> files;
    private readonly ILookup<string, string> filesByName;

    public CartridgeLinks(Cartridge cartridge)
    {
        var all = cartridge.Modules.SelectMany(m => m.Items).ToList();
        itemsByPath = all.Where(i => i is not CartridgeFileItem && i.Path.Length > 0).DistinctBy(i => i.Path).ToDictionary(i => i.Path, StringComparer.OrdinalIgnoreCase);
        items = [.. all.Select(i => i.Identifier)];
        modules = [.. cartridge.Modules.Select(m => m.Identifier)];
        files = [.. cartridge.Files.Select(f => f.Path)];
        filesByName = cartridge.Files.ToLookup(f => f.Name, f => f.Path, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="address">As written in the markup, entities decoded.</param>
    /// <param name="from">The path of the page that holds the link.</param>
    public CartridgeTarget? Find(string address, string from)
    {
        var path = Decoded(address.Split('?', '#')[0]);
        if (FileBases.FirstOrDefault(b => path.StartsWith(b, StringComparison.OrdinalIgnoreCase)) is { } fileBase)
            return File(path[fileBase.Length..].TrimStart('/'), from);
        if (path.StartsWith(WikiBase, StringComparison.Ordinal))
            return Page(path[(path.LastIndexOf('/') + 1)..]);
        if (ObjectBases.FirstOrDefault(b => path.StartsWith(b, StringComparison.Ordinal)) is { } objectBase)
            return Object(path[objectBase.Length..]);
        return path.Contains(':') || path.StartsWith('/') || path.Length == 0 ? null : File(path, from);
    }

    private CartridgeTarget? Object(string reference)
    {
        if (reference.Split('/', StringSplitOptions.RemoveEmptyEntries) is not [var kind, var identifier, ..])
            return null;
        return kind switch
        {
            "modules" => modules.Contains(identifier) ? new CartridgeTarget.ToModule(identifier) : null,
            "pages" => items.Contains(identifier) ? new CartridgeTarget.ToItem(identifier) : Page(identifier),
            _ => items.Contains(identifier) ? new CartridgeTarget.ToItem(identifier) : null,
        };
    }

    private CartridgeTarget.ToItem? Page(string slug) =>
        itemsByPath.TryGetValue($"wiki_content/{slug}.html", out var page) ? new CartridgeTarget.ToItem(page.Identifier) : null;

    private CartridgeTarget? File(string path, string from)
    {
        var folder = from.Contains('/') ? from[..from.LastIndexOf('/')] : "";
        foreach (var candidate in new[] { Joined("web_resources", path), Joined(folder, path), Joined("", path) }.OfType<string>())
        {
            if (itemsByPath.TryGetValue(candidate, out var item))
                return new CartridgeTarget.ToItem(item.Identifier);
            if (files.Contains(candidate))
                return new CartridgeTarget.ToFile(candidate);
        }
        // Editors of several ages disagree about folders; a name that only one file bears cannot mean another.
        return filesByName[path[(path.LastIndexOf('/') + 1)..]].Take(2).ToArray() is [var only] ? new CartridgeTarget.ToFile(only) : null;
    }

    private static string? Joined(string folder, string path)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        return segments.Count == 0 ? null : string.Join('/', segments);
    }

    private static string Decoded(string address) => Uri.UnescapeDataString(address).Replace('\\', '/');
}
