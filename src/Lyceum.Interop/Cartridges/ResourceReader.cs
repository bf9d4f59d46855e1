using Lyceum.Interop.Html;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>Turns a resource into an item of its kind, or notes why it cannot; kinds by the type names of Common Cartridge 1.1 to 1.3.</summary>
internal sealed class ResourceReader(CartridgeParts parts)
{
    private readonly AssignmentReader assignments = new(parts);
    private readonly QuizReader quizzes = new(parts);

    /// <summary>Whether the resource is something to show by itself, so that it belongs in a module even where none names it.</summary>
    public static bool StandsAlone(ManifestResource resource) =>
        !resource.IsFallback && (resource.Is("imsdt_") || resource.Is("imswl_") || resource.Is("assignment_") || resource.Is("imsbasiclti")
            || resource.Is("imsqti_") || AssignmentReader.IsCanvasPair(resource) || IsWikiPage(resource) || IsSyllabus(resource));

    /// <param name="title">As the module calls it; the resource's own title where null.</param>
    public CartridgeItem? Read(ManifestResource resource, string? title)
    {
        var item = resource switch
        {
            _ when resource.IsForInstructors => Leave(title ?? resource.Identifier, "This is meant for instructors alone, and was left out."),
            _ when resource.Is("imsbasiclti") => Tool(resource, title),
            _ when resource.Is("imsdt_") => Discussion(resource),
            _ when resource.Is("imswl_") => WebLink(resource, title),
            _ when resource.Is("assignment_") => assignments.Read(resource),
            _ when AssignmentReader.IsCanvasPair(resource) => assignments.ReadCanvasPair(resource),
            _ when QuizReader.IsQuiz(resource) => quizzes.Read(resource),
            _ when resource.Is("webcontent") || resource.Is("associatedcontent") => PageOrFile(resource, title),
            _ => Leave(title ?? resource.Identifier, "This is of a kind that cannot be imported ({0}).", resource.Type),
        };
        return item is null || title is null && item.Title.Length > 0 ? item : item with { Title = title ?? resource.Identifier };
    }

    private CartridgeItem? Leave(string subject, string message, params object[] arguments)
    {
        parts.Leave(subject, message, arguments);
        return null;
    }

    private CartridgeItem? Tool(ManifestResource resource, string? title)
    {
        var name = parts.Xml(resource.MainFile)?.Root.Text("title");
        return Leave(title ?? name ?? resource.Identifier, "This opens an external tool (LTI), which cannot be imported.");
    }

    private CartridgeItem? WebLink(ManifestResource resource, string? title)
    {
        var root = parts.Xml(resource.MainFile)?.Root;
        var name = root.Text("title") ?? title ?? resource.Identifier;
        return ForeignAddress.TryRead(root.One("url").Said("href"), out var address)
            ? new CartridgeWebLink(resource.Identifier, name, address)
            : Leave(name, "This web link has no address that can be opened.");
    }

    private CartridgeItem? Discussion(ManifestResource resource)
    {
        if (parts.Xml(resource.MainFile)?.Root is not { } topic)
            return null;
        var meta = resource.Dependencies.Select(parts.Resource).Select(r => parts.Xml(r?.MainFile)?.Root).FirstOrDefault(r => r?.Name.LocalName == "topicMeta");
        var title = topic.Text("title") ?? "";
        if (meta.Text("type") == "announcement")
            return Leave(title, "This is an announcement of the old course, and was left out.");
        return new CartridgeDiscussion(resource.Identifier, title, AssignmentReader.Markup(topic.One("text")))
        {
            Path = resource.MainFile!,
            IsPublished = meta.Text("workflow_state") is not "unpublished",
            Grading = meta.One("assignment") is { } graded ? GradingReader.Of(graded) : CartridgeGrading.None,
            Attachments = [.. topic.One("attachments").All("attachment").Select(a => a.Said("href")).OfType<string>()],
        };
    }

    private CartridgeItem? PageOrFile(ManifestResource resource, string? title)
    {
        if (resource.MainFile is not { } path || !parts.Has(path))
            return Leave(title ?? resource.MainFile ?? resource.Identifier, "The cartridge names this file but does not hold it.");
        if (!IsPage(path))
            return new CartridgeFileItem(resource.Identifier, title ?? path[(path.LastIndexOf('/') + 1)..]) { Path = path };
        var html = parts.Text(path)!;
        var head = PageHead.Of(html);
        return new CartridgePage(resource.Identifier, head.Title ?? title ?? path, html) { Path = path, IsPublished = head.IsPublished };
    }

    private static bool IsPage(string path) =>
        path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private static bool IsWikiPage(ManifestResource resource) =>
        resource.Is("webcontent") && resource.MainFile is { } path && path.StartsWith("wiki_content/", StringComparison.Ordinal) && IsPage(path);

    private static bool IsSyllabus(ManifestResource resource) => resource.MainFile == "course_settings/syllabus.html";
}
