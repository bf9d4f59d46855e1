using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>What a browser would send if the main form of the page were submitted untouched.</summary>
internal static class PageForm
{
    public static Dictionary<string, string> FieldsOf(string html)
    {
        var form = new HtmlParser().ParseDocument(html).QuerySelectorAll<IHtmlFormElement>("main form.fields").First();
        var fields = new Dictionary<string, string>();
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
        {
            if (element.GetAttribute("name") is not { } name || ValueOf(element) is not { } value) continue;
            fields.TryAdd(name, value);
        }
        return fields;
    }

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement text => text.Value,
        _ => null,
    };
}
