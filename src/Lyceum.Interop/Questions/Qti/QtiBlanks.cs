using Lyceum.Interop.Html;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>A text with blanks, which Canvas marks by a name in brackets: one text for each blank, with that one marked and the others drawn as gaps.</summary>
internal static class QtiBlanks
{
    private const string Gap = "_____", Asked = "<strong>[ _____ ]</strong>";

    public static IReadOnlyList<(QtiResponse Response, string Html)> Of(QtiItem item)
    {
        var names = item.Responses.ToDictionary(r => r, r => Name(item, r));
        return [.. item.Responses.Select(asked => (asked, names.Aggregate(item.Html, (html, n) =>
            html.Replace($"[{n.Value}]", n.Key == asked && item.Responses.Count > 1 ? Asked : Gap, StringComparison.Ordinal))))];
    }

    // The identifier holds the name, unless the name has characters that identifiers may not have; then only the text beside it does.
    private static string Name(QtiItem item, QtiResponse response)
    {
        var name = response.Identifier.StartsWith("response_", StringComparison.Ordinal) ? response.Identifier["response_".Length..] : response.Identifier;
        return item.Html.Contains($"[{name}]", StringComparison.Ordinal) ? name : CleanHtml.TextOf(response.Html);
    }
}
