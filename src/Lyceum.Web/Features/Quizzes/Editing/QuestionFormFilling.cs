using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>From a question to the form that edits it, with room for more.</summary>
internal static class QuestionFormFilling
{
    internal static QuestionForm Of(Question question)
    {
        var content = question.Content;
        var form = new QuestionForm
        {
            Kind = KindOf(content),
            Points = QuizWords.Exact(question.Points),
            Prompt = content.Prompt.Text,
            RightFeedback = content.Feedback.Right?.Text,
            WrongFeedback = content.Feedback.Wrong?.Text,
            AlwaysFeedback = content.Feedback.Always?.Text,
        };
        Fill(form, content);
        return form;
    }

    /// <summary>At least four rows, and two empty ones.</summary>
    internal static QuestionForm WithRoom(QuestionForm form)
    {
        var wanted = form.Kind switch { "trueFalse" => 2, "essay" => 0, _ => Math.Max(4, form.Rows.Count(row => !row.IsEmpty) + 2) };
        while (form.Rows.Count < wanted) form.Rows.Add(new QuestionForm.Row());
        return form;
    }

    private static string KindOf(QuestionContent content) => content switch
    {
        SingleChoice => "singleChoice",
        MultipleChoice => "multipleChoice",
        TrueFalse => "trueFalse",
        ShortAnswer => "shortAnswer",
        Numeric => "numeric",
        Matching => "matching",
        Essay => "essay",
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, null),
    };

    private static void Fill(QuestionForm form, QuestionContent content)
    {
        switch (content)
        {
            case SingleChoice single: FillChoices(form, single.Choices, single.Choices.Where(choice => choice.Credit == 1)); form.MayShuffle = single.MayShuffle; break;
            case MultipleChoice multiple:
                FillChoices(form, multiple.Choices, multiple.Choices.Where(choice => choice.IsRight));
                (form.MayShuffle, form.Rule) = (multiple.MayShuffle, multiple.Rule);
                break;
            case TrueFalse truth:
                form.IsTrue = truth.IsTrue;
                form.Rows = [new() { Feedback = truth.FeedbackOnTrue?.Text }, new() { Feedback = truth.FeedbackOnFalse?.Text }];
                break;
            case ShortAnswer words:
                form.IsCaseSensitive = words.IsCaseSensitive;
                form.Rows = [.. words.Accepted.Select(accepted => new QuestionForm.Row { Text = accepted.Text, Credit = Percent(accepted.Credit), Feedback = accepted.Feedback?.Text })];
                break;
            case Numeric numeric: form.Unit = numeric.Unit; form.Rows = [.. numeric.Accepted.Select(RowOf)]; break;
            case Matching matching: FillPairs(form, matching); break;
            case Essay essay: form.MarkingNotes = essay.MarkingNotes?.Text; break;
        }
    }

    private static void FillChoices(QuestionForm form, IReadOnlyList<Choice> choices, IEnumerable<Choice> right)
    {
        form.Rows = [.. choices.Select(choice => new QuestionForm.Row { Id = choice.Id, Text = choice.Text.Text, Feedback = choice.Feedback?.Text })];
        form.Right = [.. right.Select(choice => choices.ToList().IndexOf(choice))];
    }

    private static void FillPairs(QuestionForm form, Matching matching)
    {
        var used = matching.Items.Select(item => item.OptionId).ToHashSet();
        form.Rows = [.. matching.Items.Select(item => new QuestionForm.Row { Id = item.Id, Text = item.Text.Text, Other = MarkedQuestion.OptionOf(matching, item.OptionId) })];
        form.Distractors = string.Join('\n', matching.Options.Where(option => !used.Contains(option.Id)).Select(option => option.Text));
    }

    private static QuestionForm.Row RowOf(AcceptedNumber accepted) => accepted.Range switch
    {
        NumberNear near => new() { Text = QuizWords.Exact(near.Value), Other = near.Tolerance == 0 ? "" : QuizWords.Exact(near.Tolerance), Credit = Percent(accepted.Credit), Feedback = accepted.Feedback?.Text },
        NumberBetween between => new() { Low = QuizWords.Exact(between.Low), High = QuizWords.Exact(between.High), Credit = Percent(accepted.Credit), Feedback = accepted.Feedback?.Text },
        _ => throw new ArgumentOutOfRangeException(nameof(accepted), accepted, null),
    };

    private static string Percent(decimal credit) => QuizWords.Exact(credit * 100);
}
