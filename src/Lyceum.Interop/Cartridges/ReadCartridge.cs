using Lyceum.Domain;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>Reads an unpacked Common Cartridge: the table of contents becomes modules, what none of them names comes after.</summary>
public static class ReadCartridge
{
    private const string ManifestName = "imsmanifest.xml";

    public static Outcome<Cartridge> From(UnpackedArchive archive)
    {
        if (archive.Find(ManifestName) is not { } file)
            return Refusal.Invalid("This archive is no Common Cartridge: it has no imsmanifest.xml.", "file");
        using var stream = archive.Open(file);
        var document = SafeXml.Read(stream, ManifestName);
        if (document.IsRefused)
            return document.Refusal;
        if (Manifest.Of(document.Value) is not { } manifest)
            return Refusal.Invalid("This archive is no Common Cartridge: its imsmanifest.xml describes something else.", "file");
        return Read(archive, new CartridgeParts(archive, manifest));
    }

    private static Cartridge Read(UnpackedArchive archive, CartridgeParts parts)
    {
        var contents = new TableOfContents(parts);
        var modules = contents.Modules();
        var title = parts.Xml("course_settings/course_settings.xml")?.Root.Text("title") ?? parts.Manifest.Title ?? "Imported course";
        var files = new FileList(archive, parts).Files(modules);
        LeaveBanks(archive, parts, modules);
        return new Cartridge(parts.Manifest.Identifier, title, parts.Manifest.Version, modules, files) { Left = parts.Left };
    }

    /// <summary>Question banks are no activities; what quizzes draw from them comes with the quizzes.</summary>
    private static void LeaveBanks(UnpackedArchive archive, CartridgeParts parts, IReadOnlyList<CartridgeModule> modules)
    {
        var used = modules.SelectMany(m => m.Items).OfType<CartridgeQuiz>().Select(q => q.QuestionsPath).ToHashSet();
        foreach (var file in archive.Files.Where(f => f.Name.EndsWith(".xml.qti", StringComparison.Ordinal) && !used.Contains(f.Name)))
            if (parts.Xml(file.Name)?.Root.One("objectbank") is { } bank)
                parts.Leave(bank.Deep("fieldentry").FirstOrDefault()?.Value ?? file.Name,
                    "This question bank ({0} questions) was left out, but for what quizzes draw from it.", bank.Deep("item").Count());
    }
}
