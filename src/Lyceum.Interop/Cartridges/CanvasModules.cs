using System.Xml.Linq;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>What Canvas adds about a module's item in course_settings/module_meta.xml.</summary>
internal sealed record CanvasItem(string ContentType, bool IsPublished, string? Url);

/// <summary>course_settings/module_meta.xml, by the identifiers that the manifest's items have.</summary>
internal sealed class CanvasModules
{
    private readonly Dictionary<string, CanvasItem> items = [];

    public CanvasModules(XDocument? meta)
    {
        foreach (var item in meta?.Root.All("module").SelectMany(m => m.One("items").All("item")) ?? [])
            if (item.Said("identifier") is { } identifier)
                items.TryAdd(identifier, new CanvasItem(
                    item.Text("content_type") ?? "", item.Text("workflow_state") is not "unpublished", item.Text("url")));
    }

    public CanvasItem? Find(string identifier) => items.GetValueOrDefault(identifier);
}
