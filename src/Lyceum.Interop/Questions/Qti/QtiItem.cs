using System.Xml.Linq;
using Lyceum.Interop.Html;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>A choice that a response offers; <paramref name="Html"/> is foreign.</summary>
internal sealed record QtiLabel(string Identifier, string Html);

/// <summary>
/// One thing to answer: a choice among labels, or (<paramref name="IsTyped"/>) a field. <paramref name="Html"/> is the text beside it, where it has one of its own.
/// </summary>
internal sealed record QtiResponse(string Identifier, string Html, bool TakesSeveral, bool IsOrdered, bool IsTyped, string FieldType, IReadOnlyList<QtiLabel> Labels);

/// <summary>An item of QTI 1.2 (IMS Question and Test Interoperability, ASI information model), as Canvas, Common Cartridge and Respondus write it.</summary>
internal sealed class QtiItem
{
    public QtiItem(XElement item, decimal? pointsOfGroup)
    {
        Element = item;
        Identifier = item.Said("ident") ?? "item";
        Kind = Field("question_type") ?? Field("cc_profile") ?? "";
        Points = pointsOfGroup ?? LocalNames.AsNumber(Field("points_possible")) ?? LocalNames.AsNumber(Field("cc_weighting")) ?? 1;
        var presentation = item.One("presentation");
        Html = Material(presentation);
        Responses = [.. presentation.Deep("response_lid").Concat(presentation.Deep("response_str")).Concat(presentation.Deep("response_num")).Select(Response)];
        Conditions = [.. item.All("resprocessing").SelectMany(r => r.All("respcondition")).Select(c => new QtiCondition(c))];
        Feedback = item.All("itemfeedback").Where(f => f.Said("ident") is not null).GroupBy(f => f.Said("ident")!)
            .ToDictionary(g => g.Key, g => Material(g.First()));
        Title = Shortened(item.Said("title") is { } title && title != "Question" ? title : CleanHtml.TextOf(Html) is { Length: > 0 } text ? text : Identifier);
    }

    public XElement Element { get; }
    public string Identifier { get; }

    /// <summary>As the question's maker knows it, for reports.</summary>
    public string Title { get; }

    /// <summary>Canvas's question_type or Common Cartridge's cc_profile; empty where the item does not say.</summary>
    public string Kind { get; }

    public decimal Points { get; }
    public string Html { get; }
    public IReadOnlyList<QtiResponse> Responses { get; }
    public IReadOnlyList<QtiCondition> Conditions { get; }
    public IReadOnlyDictionary<string, string> Feedback { get; }

    /// <summary>What a condition earns, in parts of the most that any earns: makers count to 1, to 100 or to the points.</summary>
    public decimal Credit(QtiCondition condition) => condition.Score is { } score && Most > 0 ? Math.Clamp(score / Most, -1, 1) : 0;

    /// <summary>The credit of choosing a label: the best of the conditions that ask for it alone.</summary>
    public decimal CreditOf(string response, string label) => Conditions
        .Where(c => c.Score is not null && c.Tests.Any(t => t.Is(response, label)) && c.Tests.Where(t => !t.IsNegated).All(t => t.Response == response))
        .Select(Credit).DefaultIfEmpty(0).Max();

    private decimal Most => Conditions.Select(c => c.Score ?? 0).DefaultIfEmpty(0).Max();

    private string? Field(string label) => Element.One("itemmetadata").Deep("qtimetadatafield")
        .FirstOrDefault(f => f.Text("fieldlabel") == label).Text("fieldentry");

    private static string Shortened(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");

    private static QtiResponse Response(XElement response)
    {
        var field = response.Deep("render_fib").FirstOrDefault();
        var cardinality = response.Said("rcardinality");
        return new QtiResponse(response.Said("ident") ?? "", Material(response), cardinality == "Multiple", cardinality == "Ordered",
            response.Name.LocalName != "response_lid", (response.Name.LocalName == "response_num" ? "Decimal" : field.Said("fibtype")) ?? "String",
            [.. response.Deep("response_label").Where(_ => field is null).Select(l => new QtiLabel(l.Said("ident") ?? "", Material(l)))]);
    }

    /// <summary>The texts and pictures directly of an element, not those of the responses and labels within it.</summary>
    private static string Material(XElement? within)
    {
        if (within is null)
            return "";
        var own = within.Deep("material").Where(m => m.Ancestors().TakeWhile(a => a != within)
            .All(a => a.Name.LocalName is not ("response_lid" or "response_str" or "response_num" or "response_label")));
        return string.Concat(own.SelectMany(m => m.Elements()).Select(Piece));
    }

    private static string Piece(XElement element) => element.Name.LocalName switch
    {
        "mattext" when element.Said("texttype") is "text/html" or "text/xhtml" => element.Value,
        "mattext" or "matemtext" => PlainText.ToHtml(element.Value),
        "matimage" when element.Said("uri") is { } uri => new XElement("img", new XAttribute("src", uri)).ToString(),
        "matbreak" => "<br>",
        _ => "",
    };
}
