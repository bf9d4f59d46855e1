using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>From the rows of the form to the content of each kind. What is missing or contradictory the domain refuses, not this.</summary>
internal static class QuestionFormReading
{
    internal static QuestionContent Of(QuestionForm form, QuestionContent? before)
    {
        var prompt = QuestionForm.Rich(form.Prompt, before?.Prompt) ?? RichText.Empty;
        return form.Kind switch
        {
            "multipleChoice" => new MultipleChoice(prompt, MultipleChoice.EvenShares(Choices(form, (before as MultipleChoice)?.Choices)), form.Rule) { MayShuffle = form.MayShuffle },
            "trueFalse" => TrueFalse(form, prompt, before as TrueFalse),
            "shortAnswer" => new ShortAnswer(prompt, [.. Filled(form).Select(row => new AcceptedText(row.Text ?? "", Credit(row), Feedback(row, before)))]) { IsCaseSensitive = form.IsCaseSensitive },
            "numeric" => new Numeric(prompt, [.. Filled(form).Select(row => new AcceptedNumber(Range(row), Credit(row), Feedback(row, before)))]) { Unit = string.IsNullOrWhiteSpace(form.Unit) ? null : form.Unit.Trim() },
            "matching" => Matching(form, prompt, before as Matching),
            "essay" => new Essay(prompt) { MarkingNotes = QuestionForm.Rich(form.MarkingNotes, (before as Essay)?.MarkingNotes) },
            _ => new SingleChoice(prompt, Choices(form, (before as SingleChoice)?.Choices)) { MayShuffle = form.MayShuffle },
        };
    }

    private static List<Choice> Choices(QuestionForm form, IReadOnlyList<Choice>? before)
    {
        var choices = new List<Choice>();
        foreach (var (row, i) in form.Rows.Select((row, i) => (row, i)).Where(indexed => !indexed.row.IsEmpty))
        {
            var known = before?.FirstOrDefault(choice => choice.Id == row.Id);
            var credit = form.Right.Contains(i) ? 1 : known is { Credit: > 0 and < 1 } && form.Kind == "singleChoice" ? known.Credit : 0;
            choices.Add(new Choice(IdOf(row), QuestionForm.Rich(row.Text, known?.Text)!, credit, QuestionForm.Rich(row.Feedback, known?.Feedback)));
        }
        return choices;
    }

    private static TrueFalse TrueFalse(QuestionForm form, RichText prompt, TrueFalse? before) => new(prompt, form.IsTrue)
    {
        FeedbackOnTrue = QuestionForm.Rich(form.Rows.ElementAtOrDefault(0)?.Feedback, before?.FeedbackOnTrue),
        FeedbackOnFalse = QuestionForm.Rich(form.Rows.ElementAtOrDefault(1)?.Feedback, before?.FeedbackOnFalse),
    };

    private static Matching Matching(QuestionForm form, RichText prompt, Matching? before)
    {
        var rows = Filled(form).ToList();
        var texts = rows.Select(row => row.Other?.Trim() ?? "").Concat((form.Distractors ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var options = texts.Distinct().Select(text => before?.Options.FirstOrDefault(option => option.Text == text) ?? new MatchOption(NewId(), text)).ToList();
        return new Matching(prompt, [.. rows.Select(Item)], options);

        MatchItem Item(QuestionForm.Row row)
        {
            var known = before?.Items.FirstOrDefault(item => item.Id == row.Id);
            return new MatchItem(IdOf(row), QuestionForm.Rich(row.Text, known?.Text) ?? RichText.Empty, options.First(option => option.Text == (row.Other?.Trim() ?? "")).Id);
        }
    }

    // A range that cannot be read is one that no number fits: the domain refuses it in words.
    private static NumberRange Range(QuestionForm.Row row)
    {
        if (!string.IsNullOrWhiteSpace(row.Text))
            return NumberText.Read(row.Text) is { } value ? new NumberNear(value, string.IsNullOrWhiteSpace(row.Other) ? 0 : NumberText.Read(row.Other) ?? -1) : new NumberBetween(1, 0);
        return NumberText.Read(row.Low ?? "") is { } low && NumberText.Read(row.High ?? "") is { } high ? new NumberBetween(low, high) : new NumberBetween(1, 0);
    }

    private static IEnumerable<QuestionForm.Row> Filled(QuestionForm form) => form.Rows.Where(row => !row.IsEmpty);

    private static decimal Credit(QuestionForm.Row row) => string.IsNullOrWhiteSpace(row.Credit) ? 1 : (NumberText.Read(row.Credit, "%") ?? -100) / 100;

    private static RichText? Feedback(QuestionForm.Row row, QuestionContent? before)
    {
        var known = before switch
        {
            ShortAnswer words => words.Accepted.Select(accepted => accepted.Feedback),
            Numeric numeric => numeric.Accepted.Select(accepted => accepted.Feedback),
            _ => [],
        };
        return QuestionForm.Rich(row.Feedback, known.FirstOrDefault(feedback => feedback?.Text.ReplaceLineEndings("\n") == row.Feedback?.ReplaceLineEndings("\n")));
    }

    private static string IdOf(QuestionForm.Row row) => string.IsNullOrEmpty(row.Id) || row.Id.Length > 64 ? NewId() : row.Id;

    private static string NewId() => Guid.NewGuid().ToString("N")[..10];
}
