using System.Xml.Linq;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>A comparison within a condition: <paramref name="Operator"/> is the element's name (varequal, vargte, …).</summary>
internal sealed record QtiTest(string Response, string Operator, string Value, bool IsNegated, bool IsCaseSensitive, decimal? Margin, bool IsPercent)
{
    public bool Is(string response, string value) => !IsNegated && Operator == "varequal" && Response == response && Value == value;
}

/// <summary>
/// A respcondition: what must hold, what it earns, what it says. How comparisons combine is not kept beyond negation:
/// the shapes that makers write are few, and each kind of question knows its own.
/// </summary>
internal sealed class QtiCondition
{
    public QtiCondition(XElement condition)
    {
        var variables = condition.One("conditionvar");
        Tests = [.. (variables?.Descendants() ?? []).Where(e => e.Name.LocalName.StartsWith("var", StringComparison.Ordinal)).Select(Test)];
        Score = LocalNames.AsNumber(condition.All("setvar").Select(s => s.Value.Trim()).FirstOrDefault());
        FeedbackIdentifiers = [.. condition.All("displayfeedback").Select(f => f.Said("linkrefid")).OfType<string>()];
    }

    /// <summary>Empty for "anything else" and "anything at all".</summary>
    public IReadOnlyList<QtiTest> Tests { get; }

    public decimal? Score { get; }

    public IReadOnlyList<string> FeedbackIdentifiers { get; }

    private static QtiTest Test(XElement test) => new(test.Said("respident") ?? "", test.Name.LocalName, test.Value.Trim(),
        test.Ancestors().TakeWhile(a => a.Name.LocalName != "conditionvar").Any(a => a.Name.LocalName == "not"),
        test.Said("case") == "Yes", LocalNames.AsNumber(test.Said("margin")), test.Said("margintype") == "percent");
}
