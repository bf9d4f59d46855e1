using System.Xml.Linq;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Text;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>An unpacked cartridge while it is read: its files, its resources, and what was left aside so far.</summary>
internal sealed class CartridgeParts(UnpackedArchive archive, Manifest manifest)
{
    private readonly Dictionary<string, ManifestResource> resources = manifest.Resources.ToDictionary(r => r.Identifier);
    private readonly List<NotTaken> left = [];

    public Manifest Manifest => manifest;

    public IReadOnlyList<NotTaken> Left => left;

    public void Leave(string subject, string message, params object[] arguments) => left.Add(new NotTaken(subject, message, arguments));

    public ManifestResource? Resource(string identifier) => resources.GetValueOrDefault(identifier);

    public UnpackedFile? Find(string path) => archive.Find(path);

    public bool Has(string path) => archive.Find(path) is not null;

    /// <summary>Null where there is no such file or it is no XML; the latter is noted.</summary>
    public XDocument? Xml(string? path)
    {
        if (path is null || archive.Find(path) is not { } file)
            return null;
        using var stream = archive.Open(file);
        var document = SafeXml.Read(stream, path);
        if (document.IsRefused)
            Leave(path, document.Refusal.Message, document.Refusal.Arguments);
        return document.Match<XDocument?>(d => d, _ => null);
    }

    public string? Text(string? path)
    {
        if (path is null || archive.Find(path) is not { } file)
            return null;
        return ForeignText.Decode(File.ReadAllBytes(file.StagedAs));
    }
}
