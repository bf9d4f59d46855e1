using System.Xml.Linq;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>A resource of imsmanifest.xml; <paramref name="Type"/> names its format, versions and all.</summary>
internal sealed record ManifestResource(string Identifier, string Type, string? Href, IReadOnlyList<string> Files, IReadOnlyList<string> Dependencies)
{
    /// <summary>A stand-in for a resource in a newer format, for readers that do not know that one.</summary>
    public bool IsFallback { get; init; }

    public bool IsForInstructors { get; init; }

    public string? MainFile => Href ?? Files.FirstOrDefault();

    public bool Is(string kind) => Type.StartsWith(kind, StringComparison.OrdinalIgnoreCase);
}

internal sealed record ManifestItem(string Identifier, string? ResourceIdentifier, string? Title, IReadOnlyList<ManifestItem> Children);

/// <summary>imsmanifest.xml (IMS Content Packaging 1.2 as profiled by Common Cartridge 1.1 to 1.3).</summary>
internal sealed class Manifest
{
    private const int DeepestItem = 20;

    private Manifest(XElement root)
    {
        Identifier = root.Said("identifier") ?? "";
        Title = root.One("metadata").Deep("title").Elements().Select(e => e.Value.Trim()).FirstOrDefault(t => t.Length > 0);
        Version = root.One("metadata").Text("schemaversion") ?? "";
        Items = [.. root.One("organizations").All("organization").Take(1).SelectMany(o => o.All("item")).Select(i => Item(i, 0))];
        Resources = [.. root.One("resources").All("resource").Select(Resource).DistinctBy(r => r.Identifier)];
    }

    public string Identifier { get; }
    public string? Title { get; }
    public string Version { get; }

    /// <summary>The roots of the table of contents: mostly one without a title, whose children are the modules.</summary>
    public IReadOnlyList<ManifestItem> Items { get; }

    public IReadOnlyList<ManifestResource> Resources { get; }

    /// <summary>Null where the document is no manifest.</summary>
    public static Manifest? Of(XDocument document) => document.Root?.Name.LocalName == "manifest" ? new Manifest(document.Root) : null;

    private static ManifestItem Item(XElement item, int depth) => new(
        item.Said("identifier") ?? "",
        item.Said("identifierref"),
        item.Text("title"),
        depth < DeepestItem ? [.. item.All("item").Select(i => Item(i, depth + 1))] : []);

    private static ManifestResource Resource(XElement resource) => new(
        resource.Said("identifier") ?? "",
        resource.Said("type") ?? "",
        Path(resource.Said("href")),
        [.. resource.All("file").Select(f => Path(f.Said("href"))).OfType<string>()],
        [.. resource.All("dependency").Select(d => d.Said("identifierref")).OfType<string>()])
    {
        IsFallback = resource.All("variant").Any(),
        IsForInstructors = resource.Deep("intendedEndUserRole").Any(r => r.Text("value") is "Instructor" or "Mentor"),
    };

    // Some makers write addresses here, others plain paths; a path with a percent sign of its own is rarer than an encoded one.
    private static string? Path(string? href) => href is null ? null : Uri.UnescapeDataString(href).Replace('\\', '/').TrimStart('/');
}
