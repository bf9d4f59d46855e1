using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using NodaTime;
using static Lyceum.Domain.Tests.Quizzes.QuestionExamples;

namespace Lyceum.Domain.Tests.Quizzes;

public sealed class AttemptTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 20, 25);
    private static readonly Guid Mei = Guid.CreateVersion7();
    private static readonly Guid Elif = Guid.CreateVersion7();
    private readonly Question box = Question.Ask(Guid.CreateVersion7(), 0, 2, WhichBox).Value;
    private readonly Question error = Question.Ask(Guid.CreateVersion7(), 1, 3, StandardError).Value;
    private readonly Question essay = Question.Ask(Guid.CreateVersion7(), 2, 5, new Essay(Text("Explain."))).Value;

    [Fact]
    public void Time_and_a_quarter_makes_thirty_minutes_thirty_seven_and_a_half() =>
        Assert.Equal(Start + Duration.FromSeconds(37 * 60 + 30), Begin(30, timeFactor: 1.25m).Deadline);

    [Fact]
    public void A_window_that_closes_before_the_limit_cuts_it() =>
        Assert.Equal(At(10), Begin(30, window: new Window(null, null, At(10)), timeFactor: 2).Deadline);

    [Fact]
    public void A_quiz_begins_only_in_its_window_with_questions_and_attempts_left()
    {
        var quiz = QuizWith(new QuizRules { AttemptsAllowed = 1 });
        Refusal? Reason(Window window, int questions, params Attempt[] earlier) => quiz.Begin(Mei, window, earlier, questions, 1, Start).Refusal;
        var open = quiz.Begin(Mei, default, [], 3, 1, Start).Value;
        Assert.Same(QuizRefusals.NothingToAnswer, Reason(default, 0));
        Assert.Same(QuizRefusals.NotOpenYet, Reason(new Window(At(1), null, null), 3));
        Assert.Same(QuizRefusals.Closed, Reason(new Window(null, null, At(0)), 3));
        Assert.Same(QuizRefusals.AttemptOpen, Reason(default, 3, open));
        open.HandIn([box], At(5));
        Assert.Same(QuizRefusals.NoAttemptsLeft, Reason(default, 3, open));
    }

    [Fact]
    public void An_older_burst_never_overwrites_a_newer_one()
    {
        var attempt = Begin();
        attempt.Save([Journaled(box, "a", 7, 2)], At(2));
        attempt.Save([Journaled(box, "b", 6, 1), Typed(error, "2.3", 8, 2)], At(3));
        Assert.Equal(new ChoiceAnswer("a"), attempt.Sheet[box.Id]);
        Assert.Equal(new TextAnswer("2.3"), attempt.Sheet[error.Id]);
        Assert.Equal(8, attempt.Sheet.LastSequence);
    }

    [Fact]
    public void A_burst_that_comes_again_changes_nothing_even_after_the_hand_in()
    {
        var attempt = Begin();
        JournaledAnswer[] burst = [Journaled(box, "a", 7, 2)];
        attempt.Save(burst, At(2));
        attempt.HandIn([box, error], At(4));
        Assert.False(attempt.Save(burst, At(5)).IsRefused);
        Assert.Equal(At(2), attempt.SavedAt);
        Assert.Same(QuizRefusals.HandedIn, attempt.Save([Journaled(box, "b", 9, 3)], At(5)).Refusal);
    }

    [Fact]
    public void Handing_in_twice_is_handing_in_once()
    {
        var attempt = Begin();
        attempt.Save([Journaled(box, "a", 1, 1)], At(1));
        attempt.HandIn([box, error], At(4));
        var marks = attempt.Marks;
        attempt.HandIn([box, error], At(6));
        attempt.HandInAtDeadline([box, error], At(40));
        Assert.Equal((At(4), HandedInBy.Student, 2m, 5m), (attempt.HandedInAt, attempt.HandedInBy, attempt.Points, attempt.OutOf));
        Assert.Same(marks, attempt.Marks);
    }

    [Fact]
    public void The_deadline_hands_in_what_the_school_has_and_not_a_second_earlier()
    {
        var attempt = Begin(30);
        attempt.Save([Journaled(box, "a", 1, 1)], At(1));
        attempt.HandInAtDeadline([box, error], At(30) - Duration.FromSeconds(1));
        Assert.False(attempt.IsHandedIn);
        attempt.HandInAtDeadline([box, error], At(31));
        Assert.Equal((At(30), HandedInBy.Deadline, 2m), (attempt.HandedInAt, attempt.HandedInBy, attempt.Points));
    }

    [Fact]
    public void What_was_journaled_before_the_deadline_counts_when_it_arrives_within_the_grace_and_is_marked_late()
    {
        var attempt = Begin(30);
        attempt.HandInAtDeadline([box, error], At(30));
        Assert.False(attempt.Save([Journaled(box, "a", 5, 29), Typed(error, "2.3", 6, 31)], At(40)).IsRefused);
        attempt.Mark([box, error]);
        Assert.True(attempt.Sheet.HasLateAnswers);
        Assert.Null(attempt.Sheet[error.Id]);
        Assert.Equal(2m, attempt.Points);
    }

    [Theory]
    [InlineData(31, 40)]
    [InlineData(29, 46)]
    public void What_was_journaled_after_the_deadline_or_comes_after_the_grace_does_not_count(int journaled, int arrives)
    {
        var attempt = Begin(30);
        Assert.Same(QuizRefusals.DeadlinePassed, attempt.Save([Journaled(box, "a", 5, journaled)], At(arrives)).Refusal);
        attempt.HandInAtDeadline([box], At(30));
        Assert.Same(QuizRefusals.DeadlinePassed, attempt.Save([Journaled(box, "a", 5, journaled)], At(arrives)).Refusal);
    }

    [Fact]
    public void Results_stay_hidden_while_late_answers_can_come_unless_the_student_seals_the_attempt()
    {
        var quiz = QuizWith(new QuizRules { TimeLimitMinutes = 30 });
        var attempt = quiz.Begin(Mei, default, [], 2, 1, Start).Value;
        attempt.HandInAtDeadline([box], At(30));
        Assert.False(quiz.ShowsFeedback(attempt, default, At(40)));
        Assert.True(quiz.ShowsFeedback(attempt, default, At(46)));
        attempt.HandIn([box], At(41));
        Assert.True(quiz.ShowsFeedback(attempt, default, At(41)));
        Assert.Equal(At(30), attempt.HandedInAt);
    }

    [Fact]
    public void Feedback_can_wait_for_the_due_date()
    {
        var quiz = QuizWith(new QuizRules { Feedback = FeedbackWhen.AfterDue });
        var attempt = quiz.Begin(Mei, default, [], 1, 1, Start).Value;
        attempt.HandIn([box], At(5));
        Assert.False(quiz.ShowsFeedback(attempt, new Window(null, At(60), null), At(59)));
        Assert.True(quiz.ShowsFeedback(attempt, new Window(null, At(60), null), At(60)));
    }

    [Fact]
    public void An_essay_is_marked_by_hand_and_stays_marked()
    {
        var attempt = Begin();
        attempt.Save([Typed(essay, "Because the square root grows.", 1, 1)], At(1));
        Assert.Same(QuizRefusals.NotSealed, attempt.MarkByHand(essay.Id, 4, null, Elif, At(2)).Refusal);
        attempt.HandIn([box, essay], At(4));
        Assert.True(attempt.NeedsHand);
        Assert.Same(QuizRefusals.MarkOutOfRange, attempt.MarkByHand(essay.Id, 5.5m, null, Elif, At(5)).Refusal);
        Assert.False(attempt.MarkByHand(essay.Id, 4.5m, "Say which root.", Elif, At(5)).IsRefused);
        attempt.Mark([box, essay]);
        Assert.Equal((4.5m, false), (attempt.Points, attempt.NeedsHand));
    }

    [Theory]
    [InlineData(GradeBy.Best, 1.0)]
    [InlineData(GradeBy.Last, 0.0)]
    public void The_best_or_the_last_attempt_makes_the_grade(GradeBy rule, double fraction)
    {
        var quiz = QuizWith(new QuizRules { AttemptsAllowed = null });
        var first = quiz.Begin(Mei, default, [], 1, 1, Start).Value;
        Assert.Null(QuizResult.Of([first], rule));
        first.Save([Journaled(box, "a", 1, 1)], At(1));
        first.HandIn([box], At(2));
        var second = quiz.Begin(Mei, default, [first], 1, 1, At(3)).Value;
        second.HandIn([box], At(4));
        Assert.Equal((2, (decimal)fraction), (second.Number, QuizResult.Of([second, first], rule)!.Fraction));
    }

    [Fact]
    public void An_attempt_shuffles_the_same_way_each_time_and_differently_from_another()
    {
        var choices = Enumerable.Range(0, 12).Select(i => Wrong($"{i}")).ToList();
        var (one, other) = (Begin(), Begin());
        var order = AttemptOrder.Choices(one, box.Id, choices, true);
        Assert.Equal(order, AttemptOrder.Choices(one, box.Id, choices, true));
        Assert.NotEqual(order, AttemptOrder.Choices(other, box.Id, choices, true));
        Assert.Equal(choices, order.OrderBy(choice => int.Parse(choice.Id)));
        Assert.Equal([box, error, essay], AttemptOrder.Questions(one, [essay, box, error], shuffles: false));
    }

    [Fact]
    public void A_sheet_takes_no_more_than_a_quiz_can_ask()
    {
        var flood = Enumerable.Range(0, 1001).Select(i => new JournaledAnswer(Guid.CreateVersion7(), new TextAnswer("x"), i, Start)).ToList();
        Assert.Same(QuizRefusals.TooManyAnswers, Begin().Save(flood, At(1)).Refusal);
        Assert.Same(QuizRefusals.AnswerTooLong, Begin().Save([Typed(essay, new string('x', 50_001), 1, 1)], At(1)).Refusal);
    }

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(4, false)]
    public void A_time_factor_only_ever_gives_more_time(double factor, bool isRefused) =>
        Assert.Equal(isRefused, Accommodation.For(Guid.CreateVersion7(), Mei).GrantTime((decimal)factor).IsRefused);

    private static Attempt Begin(int? minutes = null, Window window = default, decimal timeFactor = 1) =>
        QuizWith(new QuizRules { TimeLimitMinutes = minutes }).Begin(Mei, window, [], 3, timeFactor, Start).Value;

    private static Quiz QuizWith(QuizRules rules)
    {
        var quiz = Quiz.For(Guid.CreateVersion7());
        Assert.False(quiz.Arrange(RichText.Empty, rules).IsRefused);
        return quiz;
    }

    private static Instant At(int minutes) => Start + Duration.FromMinutes(minutes);

    private static JournaledAnswer Journaled(Question question, string choice, long sequence, int minute) =>
        new(question.Id, new ChoiceAnswer(choice), sequence, At(minute));

    private static JournaledAnswer Typed(Question question, string text, long sequence, int minute) =>
        new(question.Id, new TextAnswer(text), sequence, At(minute));
}
