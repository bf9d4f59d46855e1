namespace Lyceum.Interop.Cartridges;

/// <summary>
/// A course as a cartridge holds it, in neutral terms: Common Cartridge 1.1 to 1.3 (1EdTech) and the dialect of Canvas alike.
/// Markup is still foreign: it must go through <see cref="Html.CleanHtml"/> before it is stored. <paramref name="Identifier"/> is the manifest's:
/// whose identifiers those of its items are.
/// </summary>
public sealed record Cartridge(string Identifier, string Title, string Version, IReadOnlyList<CartridgeModule> Modules, IReadOnlyList<CartridgeFile> Files)
{
    /// <summary>What the cartridge holds and this school cannot take, each with one sentence.</summary>
    public IReadOnlyList<NotTaken> Left { get; init; } = [];
}

/// <summary>Items in order. <paramref name="Title"/> is null for what stands in no module.</summary>
public sealed record CartridgeModule(string Identifier, string? Title, IReadOnlyList<CartridgeItem> Items);

/// <summary>A file, named by its path from the cartridge's root; <paramref name="Length"/> in bytes.</summary>
public sealed record CartridgeFile(string Path, long Length)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
