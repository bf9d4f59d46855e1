using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Interop.Questions.Gift;

/// <summary>The content of one GIFT question, its kind told from the shape of what stands between the braces.</summary>
internal static class GiftQuestion
{
    /// <param name="prompt">Escaped; the place of the answer within it already drawn as a gap.</param>
    /// <param name="answers">Escaped; what stands between the braces.</param>
    public static Outcome<QuestionContent> Read(string prompt, string answers)
    {
        var (format, _) = GiftText.Format(prompt, "moodle");
        var (body, always) = GeneralFeedback(answers);
        var content = Content(GiftText.Rich(prompt, "moodle"), body, format);
        return content.IsRefused || always is null ? content : content.Value with { Feedback = content.Value.Feedback with { Always = GiftText.RichOrNull(always, format) } };
    }

    private static Outcome<QuestionContent> Content(RichText prompt, string answers, string format)
    {
        if (answers.Length == 0)
            return new Essay(prompt);
        if (answers.StartsWith('#'))
            return Number(prompt, answers[1..], format);
        if (TrueOrFalse(prompt, answers, format) is { } trueFalse)
            return trueFalse;
        var all = GiftAnswer.All(answers);
        if (all.Count == 0)
            return Refusal.Invalid("No answer between the braces begins with = or ~.");
        if (all.Any(a => a.Mark == '~'))
            return Choice(prompt, all, format);
        return all.Any(a => a.Text.Contains("->", StringComparison.Ordinal)) ? Match(prompt, all, format) : Short(prompt, all, format);
    }

    private static (string Body, string? Always) GeneralFeedback(string answers)
    {
        var at = answers.LastIndexOf("####", StringComparison.Ordinal);
        return at < 0 ? (answers.Trim(), null) : (answers[..at].Trim(), answers[(at + 4)..].Trim());
    }

    private static TrueFalse? TrueOrFalse(RichText prompt, string answers, string format)
    {
        var parts = answers.Split('#');
        bool? isTrue = parts[0].Trim().ToUpperInvariant() switch { "T" or "TRUE" => true, "F" or "FALSE" => false, _ => null };
        if (isTrue is not { } truth)
            return null;
        // First comes what is said to the wrong answer, then to the right one.
        var (wrong, right) = (GiftText.RichOrNull(parts.ElementAtOrDefault(1), format), GiftText.RichOrNull(parts.ElementAtOrDefault(2), format));
        return new TrueFalse(prompt, truth) { FeedbackOnTrue = truth ? right : wrong, FeedbackOnFalse = truth ? wrong : right };
    }

    private static QuestionContent Choice(RichText prompt, IReadOnlyList<GiftAnswer> all, string format)
    {
        Choice[] choices = [.. all.Select((a, i) => new Choice(Id(i), GiftText.Rich(a.Text, format), a.Credit, GiftText.RichOrNull(a.Feedback, format)))];
        return all.Any(a => a.Mark == '=') ? new SingleChoice(prompt, choices) : new MultipleChoice(prompt, choices);
    }

    private static ShortAnswer Short(RichText prompt, IReadOnlyList<GiftAnswer> all, string format) =>
        new(prompt, [.. all.Select(a => new AcceptedText(GiftText.Plain(a.Text, format), Math.Max(0, a.Credit), GiftText.RichOrNull(a.Feedback, format)))]);

    private static Outcome<QuestionContent> Match(RichText prompt, IReadOnlyList<GiftAnswer> all, string format)
    {
        var pairs = all.Select(a => a.Text.Split("->", 2, StringSplitOptions.TrimEntries)).ToList();
        if (pairs.Any(p => p.Length < 2))
            return Refusal.Invalid("A line of this matching question has no -> in it.");
        var options = pairs.Select(p => GiftText.Plain(p[1], format)).Distinct().Select((text, i) => new MatchOption($"o{Id(i)}", text)).ToList();
        return new Matching(prompt,
            [.. pairs.Where(p => p[0].Length > 0).Select((p, i) => new MatchItem(Id(i), GiftText.Rich(p[0], format), options.Single(o => o.Text == GiftText.Plain(p[1], format)).Id))],
            options);
    }

    private static Outcome<QuestionContent> Number(RichText prompt, string answers, string format)
    {
        var all = answers.Contains('=') ? GiftAnswer.All(answers) : [.. GiftAnswer.All("=" + answers.TrimStart())];
        var accepted = new List<AcceptedNumber>();
        foreach (var answer in all.Where(a => a.Text.Length > 0 && a.Text != "*"))
            if (Range(GiftText.Unescape(answer.Text)) is { } range)
                accepted.Add(new AcceptedNumber(range, Math.Max(0, answer.Credit), GiftText.RichOrNull(answer.Feedback, format)));
            else
                return Refusal.Invalid("\"{0}\" is no number.", null, GiftText.Unescape(answer.Text));
        // "~#…" or "=%0%*#…" is what is said to every other number.
        var others = all.FirstOrDefault(a => a.Text is "" or "*")?.Feedback;
        return new Numeric(prompt, accepted) { Feedback = new Feedback(Wrong: GiftText.RichOrNull(others, format)) };
    }

    private static NumberRange? Range(string text)
    {
        var ends = text.Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length == 2)
            return NumberText.Read(ends[0]) is { } low && NumberText.Read(ends[1]) is { } high ? new NumberBetween(low, high) : null;
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || NumberText.Read(parts[0]) is not { } value)
            return null;
        return parts.Length == 1 ? new NumberNear(value) : NumberText.Read(parts[1]) is { } tolerance ? new NumberNear(value, tolerance) : null;
    }

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
