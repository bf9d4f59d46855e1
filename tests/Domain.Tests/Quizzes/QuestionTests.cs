using System.Text.Json;
using Lyceum.Domain.Quizzes;
using static Lyceum.Domain.Tests.Quizzes.QuestionExamples;

namespace Lyceum.Domain.Tests.Quizzes;

public sealed class QuestionTests
{
    public static TheoryData<QuestionContent, Refusal> Faulty => new()
    {
        { WhichBox with { Prompt = RichText.Empty }, QuestionRefusals.PromptMissing },
        { new SingleChoice(Text("?"), [Right("a")]), QuestionRefusals.TooFewChoices },
        { new SingleChoice(Text("?"), [Wrong("a"), Wrong("b")]), QuestionRefusals.NoRightChoice },
        { new SingleChoice(Text("?"), [Right("a"), Right("a")]), QuestionRefusals.IdRepeated },
        { new MultipleChoice(Text("?"), [Right("a"), new Choice("b", RichText.Empty, 0)]), QuestionRefusals.EmptyChoice },
        { new MultipleChoice(Text("?"), [Right("a"), new Choice("b", Text("b"), -2)]), QuestionRefusals.CreditOutOfRange },
        { Term(false), QuestionRefusals.NoAcceptedAnswer },
        { Term(false, new AcceptedText(" ")), QuestionRefusals.EmptyAcceptedAnswer },
        { new Numeric(Text("?"), [new AcceptedNumber(new NumberBetween(3, 2))]), QuestionRefusals.ImpossibleRange },
        { new Numeric(Text("?"), [new AcceptedNumber(new NumberNear(3, -1))]), QuestionRefusals.ImpossibleRange },
        { SizesToBoxes with { Items = [.. SizesToBoxes.Items.Take(1)] }, QuestionRefusals.TooFewMatches },
        { SizesToBoxes with { Options = [.. SizesToBoxes.Options.Take(2)] }, QuestionRefusals.MatchMissing },
    };

    public static TheoryData<QuestionContent> EveryKind =>
        [WhichBox, WhatShrinks, new TrueFalse(Text("?"), true), Term(false, new AcceptedText("a")), StandardError, SizesToBoxes, new Essay(Text("?"))];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_question_that_nobody_could_answer_is_refused(QuestionContent content, Refusal reason) =>
        Assert.Same(reason, Question.Ask(Guid.CreateVersion7(), 0, 1, content).Refusal);

    [Theory]
    [InlineData(-1)]
    [InlineData(1000.5)]
    public void Points_have_bounds(decimal points) =>
        Assert.Same(QuestionRefusals.PointsOutOfRange, Question.Ask(Guid.CreateVersion7(), 0, points, WhichBox).Refusal);

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_kind_survives_being_stored(QuestionContent content)
    {
        var stored = JsonSerializer.Serialize(content);
        var read = JsonSerializer.Deserialize<QuestionContent>(stored)!;
        Assert.IsType(content.GetType(), read);
        Assert.Equal(stored, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void A_faulty_rewording_leaves_the_question_as_it_was()
    {
        var question = Question.Ask(Guid.CreateVersion7(), 0, 2, WhichBox).Value;
        Assert.True(question.Reword(3, WhichBox with { Prompt = RichText.Empty }).IsRefused);
        Assert.Equal((2m, (QuestionContent)WhichBox), (question.Points, question.Content));
    }

    [Fact]
    public void Feedback_tells_first_about_the_choice_then_about_the_result()
    {
        var question = WhichBox with { Feedback = new Feedback(Text("Well done."), null, Text("Look again at 4.2."), Text("See also 4.3.")) };
        Assert.Equal(["The other way round.", "Look again at 4.2.", "See also 4.3."], question.FeedbackFor(new ChoiceAnswer("b")).Select(text => text.Text));
        Assert.Equal(["Look again at 4.2.", "See also 4.3."], question.FeedbackFor(new ChoiceAnswer("d")).Select(text => text.Text));
        Assert.Equal(["Yes: the larger the sample, the closer the means.", "Well done.", "See also 4.3."],
            question.FeedbackFor(new ChoiceAnswer("a")).Select(text => text.Text));
    }
}
