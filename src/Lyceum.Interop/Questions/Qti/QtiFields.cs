using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>Questions that are answered by typing.</summary>
internal sealed class QtiFields(QtiItem item, Func<string, RichText> clean)
{
    private readonly QtiFeedback feedback = new(item, clean);

    public QuestionContent Essay() => new Essay(clean(item.Html)) { Feedback = feedback.General };

    public QuestionContent ShortAnswer()
    {
        var scored = item.Conditions.Where(c => item.Credit(c) > 0).ToList();
        var texts = scored.SelectMany(c => c.Tests.Where(t => !t.IsNegated && t.Operator is "varequal" or "varsubset" or "varsubstring")
            .Select(t => new AcceptedText(Pattern(t), item.Credit(c), feedback.OfValue(t.Value))));
        return new ShortAnswer(clean(item.Html), [.. texts.DistinctBy(t => t.Text)])
        {
            Feedback = feedback.General,
            IsCaseSensitive = scored.SelectMany(c => c.Tests).Where(t => t.Operator == "varequal").Select(t => t.IsCaseSensitive).DefaultIfEmpty(false).All(c => c),
        };
    }

    /// <summary>A blank whose accepted texts stand as labels of a list: Canvas's way with several blanks.</summary>
    public QuestionContent Blank(QtiResponse response, string html) =>
        new ShortAnswer(clean(html), [.. response.Labels.Select(l => Html.CleanHtml.TextOf(l.Html)).Where(t => t.Length > 0).Distinct().Select(t => new AcceptedText(Literal(t)))])
        {
            Feedback = feedback.General,
        };

    public QuestionContent Numeric() => new Numeric(clean(item.Html),
        [.. item.Conditions.Where(c => item.Credit(c) > 0).Select(c => (Condition: c, Range: Range(c))).Where(r => r.Range is not null)
            .Select(r => new AcceptedNumber(r.Range!, item.Credit(r.Condition), feedback.OfValue(r.Condition.Tests[0].Value)))])
    {
        Feedback = feedback.General,
    };

    /// <summary>A formula question of Canvas draws its numbers for each student; with the first drawn set it becomes a numeric one.</summary>
    public QuestionContent? Formula()
    {
        var calculated = item.Element.Deep("calculated").FirstOrDefault();
        var set = calculated.One("var_sets").All("var_set").FirstOrDefault();
        if (set.Number("answer") is not { } answer)
            return null;
        var html = set.All("var").Aggregate(item.Html, (text, v) => text.Replace($"[{v.Said("name")}]", v.Value.Trim(), StringComparison.Ordinal));
        return new Numeric(clean(html), [new AcceptedNumber(new NumberNear(answer, Tolerance(calculated.Text("answer_tolerance"), answer)))]) { Feedback = feedback.General };
    }

    private static decimal Tolerance(string? text, decimal answer) => text is null ? 0
        : text.EndsWith('%') ? Math.Abs(answer) * (LocalNames.AsNumber(text.TrimEnd('%')) ?? 0) / 100
        : LocalNames.AsNumber(text) ?? 0;

    private static NumberRange? Range(QtiCondition condition)
    {
        var exact = condition.Tests.FirstOrDefault(t => t.Operator == "varequal");
        var value = LocalNames.AsNumber(exact?.Value);
        var low = LocalNames.AsNumber(condition.Tests.FirstOrDefault(t => t.Operator is "vargte" or "vargt")?.Value);
        var high = LocalNames.AsNumber(condition.Tests.FirstOrDefault(t => t.Operator is "varlte" or "varlt")?.Value);
        if (low is null || high is null)
            return value is null ? null : new NumberNear(value.Value, Margin(exact!, value.Value));
        return value is { } middle && middle - low == high - middle ? new NumberNear(middle, middle - low.Value) : new NumberBetween(low.Value, high.Value);
    }

    private static decimal Margin(QtiTest test, decimal value) =>
        test.Margin is { } margin and >= 0 ? test.IsPercent ? Math.Abs(value) * margin / 100 : margin : 0;

    private static string Pattern(QtiTest test) => test.Operator == "varequal" ? Literal(test.Value) : $"*{Literal(test.Value)}*";

    private static string Literal(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
