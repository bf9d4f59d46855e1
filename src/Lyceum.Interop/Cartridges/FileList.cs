using Lyceum.Interop.Archives;

namespace Lyceum.Interop.Cartridges;

/// <summary>The files that a cartridge brings along for readers, as against those that describe it.</summary>
internal sealed class FileList(UnpackedArchive archive, CartridgeParts parts)
{
    private static readonly string[] Descriptions = ["course_settings/", "non_cc_assessments/", "wiki_content/", "lti_resource_links/"];

    public IReadOnlyList<CartridgeFile> Files(IReadOnlyList<CartridgeModule> modules)
    {
        var pages = modules.SelectMany(m => m.Items).Where(i => i is not CartridgeFileItem).Select(i => i.Path).ToHashSet();
        var paths = parts.Manifest.Resources
            .Where(r => !r.IsFallback && !r.IsForInstructors && (r.Is("webcontent") || r.Is("associatedcontent") && !IsDescription(r)))
            .SelectMany(r => r.Files.Append(r.Href).OfType<string>()).Distinct().Where(p => !pages.Contains(p) && !Descriptions.Any(p.StartsWith)).ToList();
        foreach (var missing in paths.Where(p => archive.Find(p) is null))
            parts.Leave(missing, "The cartridge names this file but does not hold it.");
        return [.. paths.Select(archive.Find).OfType<UnpackedFile>().DistinctBy(f => f.Name).Select(f => new CartridgeFile(f.Name, f.Length))];
    }

    /// <summary>Canvas describes quizzes, topics and assignments in resources of their own kind, all of XML.</summary>
    private static bool IsDescription(ManifestResource resource) =>
        resource.Files.Append(resource.Href).OfType<string>().Any(f => f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".qti", StringComparison.OrdinalIgnoreCase));
}
