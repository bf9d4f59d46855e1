using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Html;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>Questions that are answered by choosing.</summary>
internal sealed class QtiChoices(QtiItem item, Func<string, RichText> clean)
{
    private readonly QtiFeedback feedback = new(item, clean);

    public QuestionContent? TrueFalse()
    {
        var labels = item.Responses[0].Labels;
        var (right, wrong) = (labels.FirstOrDefault(l => Says(l, "true")), labels.FirstOrDefault(l => Says(l, "false")));
        if (labels.Count != 2 || right is null || wrong is null)
            return null;
        var isTrue = item.CreditOf(item.Responses[0].Identifier, right.Identifier) > item.CreditOf(item.Responses[0].Identifier, wrong.Identifier);
        return new TrueFalse(clean(item.Html), isTrue)
        {
            Feedback = feedback.General, FeedbackOnTrue = feedback.OfLabel(right.Identifier), FeedbackOnFalse = feedback.OfLabel(wrong.Identifier),
        };
    }

    public QuestionContent Single() => Single(item.Responses[0], item.Html);

    public QuestionContent Single(QtiResponse response, string html) => new SingleChoice(clean(html), Choices(response)) { Feedback = feedback.General };

    /// <summary>Canvas takes points away for wrong ticks and gives shares for right ones, whatever the exported condition says; others mean it.</summary>
    public QuestionContent Multiple()
    {
        var response = item.Responses[0];
        var best = item.Conditions.Where(c => item.Credit(c) == 1).MaxBy(c => c.Tests.Count(t => !t.IsNegated));
        Choice[] choices = [.. Offered(response, l => best?.Tests.Any(t => t.Is(response.Identifier, l.Identifier)) == true).Select(l => new Choice(l.Identifier, clean(l.Html),
            best?.Tests.Any(t => t.Is(response.Identifier, l.Identifier)) == true ? 1 : 0, feedback.OfLabel(l.Identifier)))];
        var rule = item.Kind == "multiple_answers_question" ? CreditRule.Partial : CreditRule.AllOrNothing;
        return new MultipleChoice(clean(item.Html), MultipleChoice.EvenShares(choices), rule) { Feedback = feedback.General };
    }

    /// <summary>Each response is a line to match; all offer the same options, some of them empty in real files.</summary>
    public QuestionContent Matching()
    {
        var options = item.Responses.SelectMany(r => r.Labels).DistinctBy(l => l.Identifier)
            .Select(l => new MatchOption(l.Identifier, CleanHtml.TextOf(l.Html))).Where(o => o.Text.Length > 0).ToList();
        var lines = item.Responses.Select(r => (Line: r, Right: r.Labels.MaxBy(l => item.CreditOf(r.Identifier, l.Identifier))))
            .Where(l => l.Right is not null && item.CreditOf(l.Line.Identifier, l.Right.Identifier) > 0 && CleanHtml.TextOf(l.Line.Html).Length > 0).ToList();
        if (lines is [var only])
            return Single(only.Line, $"{item.Html}<p>{only.Line.Html}</p>");
        return new Matching(clean(item.Html), [.. lines.Select(l => new MatchItem(l.Line.Identifier, clean(l.Line.Html), l.Right!.Identifier))], options)
        {
            Feedback = feedback.General,
        };
    }

    private Choice[] Choices(QtiResponse response)
    {
        var credits = response.Labels.ToDictionary(l => l, l => item.CreditOf(response.Identifier, l.Identifier));
        // A blank among several earns its share of the item; as a question of its own it earns the whole of that.
        var most = credits.Values.DefaultIfEmpty(0).Max();
        return [.. Offered(response, l => credits[l] > 0).Select(l => new Choice(l.Identifier, clean(l.Html), most > 0 ? credits[l] / most : 0, feedback.OfLabel(l.Identifier)))];
    }

    /// <summary>Real files offer empty choices that are wrong anyway; a right one without text is for the rules to refuse.</summary>
    private static IEnumerable<QtiLabel> Offered(QtiResponse response, Func<QtiLabel, bool> isRight) =>
        response.Labels.Where(l => isRight(l) || !CleanHtml.Of(l.Html, static _ => "/").IsBlank);

    private static bool Says(QtiLabel label, string word) =>
        CleanHtml.TextOf(label.Html).Equals(word, StringComparison.OrdinalIgnoreCase) || label.Identifier.Equals(word, StringComparison.OrdinalIgnoreCase);
}
