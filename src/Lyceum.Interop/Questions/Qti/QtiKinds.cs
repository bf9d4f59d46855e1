using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Html;

namespace Lyceum.Interop.Questions.Qti;

/// <summary>Which kind of question here an item becomes: by what it calls itself, or else by its shape.</summary>
internal static class QtiKinds
{
    public static string? WhyNot(QtiItem item) => item.Kind switch
    {
        "file_upload_question" => "This question asks for a file; make it an assignment.",
        "ordering_question" => "This question asks for an order, which quizzes here do not.",
        "hot_spot_question" => "This question asks for a place in a picture, which quizzes here do not.",
        "categorization_question" => "This question asks to sort into groups, which quizzes here do not.",
        "calculated_question" => new QtiFields(item, RichText.CleanHtml).Formula() is null ? "This formula question comes without drawn numbers." : null,
        _ when item.Responses.Any(r => r.IsOrdered) => "This question asks for an order, which quizzes here do not.",
        _ when item.Responses.Count == 0 => "This item asks for no answer that can be read.",
        _ when item.Responses.Count > 1 && item.Responses.All(r => r.IsTyped) => "This question has several fields to type in, which quizzes here do not.",
        _ => null,
    };

    public static bool AreBlanks(QtiItem item) => item.Kind switch
    {
        "fill_in_multiple_blanks_question" or "multiple_dropdowns_question" => item.Responses.All(r => r.Labels.Count > 0),
        "" => item.Responses.All(r => r.Labels.Count > 0 && r.Html.Length > 0 && item.Html.Contains($"[{CleanHtml.TextOf(r.Html)}]", StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>Of a dropdown's texts one is right; of a blank's, all. Where nothing says which it is, the conditions of the former are believed.</summary>
    public static QuestionContent Blank(QtiItem item, QtiResponse response, string html, Func<string, RichText> clean)
    {
        var isDropdown = item.Kind != "fill_in_multiple_blanks_question" || item.Element.Descendants().Any(e => (string?)e.Attribute("answer_type") is "dropdown" or "wordbank");
        return isDropdown ? new QtiChoices(item, clean).Single(response, html) : new QtiFields(item, clean).Blank(response, html);
    }

    public static QuestionContent? Content(QtiItem item, Func<string, RichText> clean)
    {
        var (choices, fields) = (new QtiChoices(item, clean), new QtiFields(item, clean));
        return Base(item) switch
        {
            Shape.Formula => fields.Formula(),
            Shape.Essay => fields.Essay(),
            Shape.Numeric => fields.Numeric(),
            Shape.ShortAnswer => fields.ShortAnswer(),
            Shape.Matching => choices.Matching(),
            Shape.Multiple => choices.Multiple(),
            _ => choices.TrueFalse() ?? choices.Single(),
        };
    }

    private enum Shape { Single, Multiple, Matching, ShortAnswer, Numeric, Essay, Formula }

    private static Shape Base(QtiItem item) => item.Kind switch
    {
        "calculated_question" => Shape.Formula,
        "essay_question" or "cc.essay.v0p1" => Shape.Essay,
        "numerical_question" => Shape.Numeric,
        "short_answer_question" or "cc.fib.v0p1" or "cc.pattern_match.v0p1" => Shape.ShortAnswer,
        "matching_question" => Shape.Matching,
        "multiple_answers_question" or "cc.multiple_response.v0p1" => Shape.Multiple,
        _ => ByShape(item),
    };

    private static Shape ByShape(QtiItem item)
    {
        var first = item.Responses[0];
        if (first.IsTyped)
            return first.FieldType is "Decimal" or "Integer" or "Scientific" ? Shape.Numeric
                : item.Conditions.Any(c => c.Score > 0 && c.Tests.Count > 0) ? Shape.ShortAnswer : Shape.Essay;
        return first.TakesSeveral ? Shape.Multiple : item.Responses.Count > 1 || first.Html.Length > 0 ? Shape.Matching : Shape.Single;
    }
}
