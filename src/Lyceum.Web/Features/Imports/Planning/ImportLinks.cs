using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Interop.Cartridges;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Library;

namespace Lyceum.Web.Features.Imports;

/// <summary>Where links within a cartridge lead in the course that it became.</summary>
internal sealed class ImportLinks(Cartridge cartridge, string slug, IReadOnlyDictionary<string, StoredFile> files, IReadOnlyDictionary<string, Activity> activities)
{
    private readonly CartridgeLinks links = new(cartridge);
    private readonly HashSet<string> used = [];

    /// <summary>Files that nothing has asked for yet, in the order of the cartridge.</summary>
    public IEnumerable<StoredFile> Unused => cartridge.Files.Where(f => !used.Contains(f.Path)).Select(f => files[f.Path]);

    public FindHere From(string path) => address => links.Find(address, path) switch
    {
        CartridgeTarget.ToFile file when FileAt(file.Path) is { } stored => LibraryFeature.AddressOf(stored),
        CartridgeTarget.ToItem item when activities.TryGetValue(item.Identifier, out var activity) => ActivityLinks.Of(slug, activity.Kind, activity.Id),
        CartridgeTarget.ToModule => $"/courses/{slug}",
        _ => null,
    };

    public Func<string, StoredFile?> FileFrom(string path) => address =>
        links.Find(address, path) is CartridgeTarget.ToFile file ? FileAt(file.Path) : null;

    public StoredFile? FileAt(string path)
    {
        used.Add(path);
        return files.GetValueOrDefault(path);
    }
}
