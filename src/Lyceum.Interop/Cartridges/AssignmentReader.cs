using System.Xml.Linq;
using Lyceum.Interop.Html;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>
/// Assignments in their two forms: the assignment extension of Common Cartridge 1.3 (assignment_xmlv1p0, Canvas's settings within),
/// and Canvas's own pair of an HTML file and assignment_settings.xml.
/// </summary>
internal sealed class AssignmentReader(CartridgeParts parts)
{
    private const string SettingsFile = "assignment_settings.xml";

    private readonly Dictionary<string, CartridgeRubric> rubrics = Rubrics(parts.Xml("course_settings/rubrics.xml"));

    public static bool IsCanvasPair(ManifestResource resource) => resource.Files.Any(f => f.EndsWith(SettingsFile, StringComparison.Ordinal));

    public CartridgeItem? Read(ManifestResource resource)
    {
        if (parts.Xml(resource.MainFile)?.Root is not { } root)
            return null;
        var settings = root.One("extensions").One("assignment");
        var formats = root.One("submission_formats").All("format").Select(f => f.Said("type")).ToList();
        var points = LocalNames.AsNumber(root.One("gradable").Said("points_possible"));
        var grading = settings is null ? CartridgeGrading.None with { Points = points } : GradingReader.Of(settings);
        var text = root.One("text");
        return new CartridgeAssignment(resource.Identifier, root.Text("title") ?? "", Markup(text))
        {
            Path = resource.MainFile!,
            Grading = grading,
            IsPublished = settings.Text("workflow_state") is not "unpublished",
            TakesText = formats.Any(f => f is "html" or "text" or "url"),
            TakesFiles = formats.Contains("file"),
            Attachments = [.. root.One("attachments").All("attachment").Select(a => a.Said("href")).OfType<string>()],
            Rubric = Rubric(settings),
        };
    }

    public CartridgeItem? ReadCanvasPair(ManifestResource resource)
    {
        var settings = parts.Xml(resource.Files.First(f => f.EndsWith(SettingsFile, StringComparison.Ordinal)))?.Root;
        if (settings is null)
            return null;
        var page = resource.Files.FirstOrDefault(f => f.EndsWith(".html", StringComparison.OrdinalIgnoreCase));
        var kinds = (settings.Text("submission_types") ?? "").Split(',', StringSplitOptions.TrimEntries);
        return new CartridgeAssignment(resource.Identifier, settings.Text("title") ?? "", parts.Text(page) ?? "")
        {
            Path = page ?? "",
            Grading = GradingReader.Of(settings),
            IsPublished = settings.Text("workflow_state") is not "unpublished",
            TakesText = kinds.Any(k => k is "online_text_entry" or "online_url"),
            TakesFiles = kinds.Any(k => k is "online_upload" or "media_recording"),
            Rubric = Rubric(settings),
        };
    }

    /// <summary>Common Cartridge says whether a text is markup; what it says nothing of is plain (CC 1.3, text type).</summary>
    public static string Markup(XElement? text) =>
        text.Said("texttype") is "text/html" ? text!.Value : PlainText.ToHtml(text?.Value ?? "");

    private CartridgeRubric? Rubric(XContainer? settings) =>
        settings.Text("rubric_identifierref") is { } identifier ? rubrics.GetValueOrDefault(identifier) : null;

    private static Dictionary<string, CartridgeRubric> Rubrics(XDocument? document) =>
        (document?.Root.All("rubric") ?? []).Where(r => r.Said("identifier") is not null)
            .DistinctBy(r => r.Said("identifier"))
            .ToDictionary(r => r.Said("identifier")!, r => new CartridgeRubric(r.Text("title") ?? "",
                [.. r.One("criteria").All("criterion").Select(c => new CartridgeCriterion(c.Text("description") ?? "", c.Number("points") ?? 0,
                    [.. c.One("ratings").All("rating").Select(g => new CartridgeRating(g.Text("description") ?? "", g.Number("points") ?? 0))]))]));
}
