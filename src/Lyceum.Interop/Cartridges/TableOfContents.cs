namespace Lyceum.Interop.Cartridges;

/// <summary>
/// The modules of a cartridge. Its table of contents has one root whose children are modules; deeper folders become headings.
/// A resource that several places name is imported at the first; what no place names comes in a last module without a title.
/// </summary>
internal sealed class TableOfContents(CartridgeParts parts)
{
    private readonly ResourceReader resources = new(parts);
    private readonly CanvasModules canvas = new(parts.Xml("course_settings/module_meta.xml"));
    private readonly HashSet<string> placed = [];

    public IReadOnlyList<CartridgeModule> Modules()
    {
        var roots = parts.Manifest.Items;
        var tops = roots is [{ ResourceIdentifier: null, Children.Count: > 0 } root] ? root.Children : roots;
        var loose = tops.Where(t => t.Children.Count == 0 && t.ResourceIdentifier is not null).ToList();
        var modules = tops.Except(loose).Where(t => t.Title is not null || t.Children.Count > 0)
            .Select(t => new CartridgeModule(t.Identifier, t.Title ?? parts.Manifest.Title ?? "", [.. t.Children.SelectMany(Items)])).ToList();
        if (loose.Count > 0)
            modules.Insert(0, new CartridgeModule("loose", parts.Manifest.Title ?? "", [.. loose.SelectMany(Items)]));
        var unplaced = Unplaced();
        return unplaced.Count == 0 ? modules : [.. modules, new CartridgeModule("unplaced", null, unplaced)];
    }

    private IEnumerable<CartridgeItem> Items(ManifestItem entry)
    {
        if (Item(entry) is { } item)
            yield return item;
        foreach (var child in entry.Children.SelectMany(Items))
            yield return child;
    }

    private CartridgeItem? Item(ManifestItem entry)
    {
        var meta = canvas.Find(entry.Identifier);
        if (entry.ResourceIdentifier is not { } identifier)
            return entry.Title is { } heading ? new CartridgeHeading(entry.Identifier, heading) { IsPublished = meta?.IsPublished ?? true } : null;
        if (parts.Resource(identifier) is not { } resource)
        {
            var isTool = meta?.ContentType == "ContextExternalTool" || meta is null;
            parts.Leave(entry.Title ?? identifier, isTool
                ? "This opens an external tool (LTI) or something else that the cartridge does not hold." : "The cartridge names this but does not hold it.");
            return null;
        }
        if (!placed.Add(identifier))
            return null;
        var item = resources.Read(resource, entry.Title);
        return item is null ? null : item with { IsPublished = item.IsPublished && (meta?.IsPublished ?? true) };
    }

    private List<CartridgeItem> Unplaced() =>
    [
        .. parts.Manifest.Resources.Where(r => ResourceReader.StandsAlone(r) && placed.Add(r.Identifier))
            .Select(r => resources.Read(r, null)).OfType<CartridgeItem>(),
    ];
}
