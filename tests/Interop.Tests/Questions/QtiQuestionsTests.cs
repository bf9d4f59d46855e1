using System.Text;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Questions;

namespace Lyceum.Interop.Tests.Questions;

/// <summary>Against real files: what each kind of question of Canvas and of Common Cartridge becomes.</summary>
public sealed class QtiQuestionsTests
{
    [Fact]
    public void Every_kind_of_Canvas_becomes_what_it_is()
    {
        var file = Read("all_canvas_simple_1.2.xml");
        Assert.Equal(
            ["SingleChoice", "TrueFalse", "ShortAnswer", "ShortAnswer", "ShortAnswer", "MultipleChoice", "SingleChoice", "Matching", "Numeric", "Numeric", "Essay"],
            file.Questions.Select(q => q.Content.GetType().Name));
        var choice = (SingleChoice)file.Questions[0].Content;
        Assert.Equal("C", choice.Choices.Single(c => c.IsRight).Text.Text);
        Assert.Equal("<p>Answer feedback for A, incorrect</p>", choice.Choices[1].Feedback!.Text);
        Assert.Equal("<p>Item Feedback, Correct</p>", choice.Feedback.Right!.Text);
        Assert.Equal("<p>Item Feedback, Neutral</p>", choice.Feedback.Always!.Text);
        Assert.True(((TrueFalse)file.Questions[1].Content).IsTrue);
        Assert.Equal(1, file.Questions[2].Content.Mark(new TextAnswer("blank")).Fraction);
    }

    [Theory]
    [InlineData("items_1.2/numeric_within_range.xml", "22", 1)]
    [InlineData("items_1.2/numeric_within_range.xml", "22.1", 0)]
    [InlineData("items_1.2/numeric_margin_error_percent.xml", "160", 1)]
    [InlineData("items_1.2/numeric_precision.xml", "1000.005", 1)]
    [InlineData("items_1.2/numeric_exact_match.xml", "0", 0)]
    [InlineData("items_1.2/formula.xml", "9", 1)]
    public void Numbers_are_marked_as_their_maker_meant(string name, string typed, int fraction) =>
        Assert.Equal(fraction, Read(name).Questions[0].Content.Mark(new TextAnswer(typed)).Fraction);

    [Fact]
    public void Broken_XML_is_refused_with_its_line() => Assert.Equal("{0} is not well-formed XML (line {1}).",
        ReadQuestions.From(Encoding.UTF8.GetBytes(Text("items_1.2/choice_vary_points_by_answer.xml")), "q.xml").Refusal?.Message);

    [Fact]
    public void Credit_that_varies_by_answer_is_a_part_of_the_best()
    {
        var mended = Text("items_1.2/choice_vary_points_by_answer.xml").Replace("\"1.0\"encoding", "\"1.0\" encoding", StringComparison.Ordinal);
        var question = ReadQuestions.From(Encoding.UTF8.GetBytes(mended), "q.xml").Value.Questions[0].Content;
        Assert.Equal([1m, 0.5m], ((SingleChoice)question).Choices.Select(c => c.Credit));
    }

    [Fact]
    public void A_text_with_several_blanks_becomes_one_question_for_each()
    {
        var file = Read("items_1.2/canvas_multiple_dropdowns.xml");
        Assert.Equal(2, file.Questions.Count);
        Assert.Equal("<p>Roses are <strong>[ _____ ]</strong>, violets are _____.</p>", file.Questions[0].Content.Prompt.Text);
        Assert.Equal(1, file.Questions.Sum(q => q.Points));
        Assert.Equal("This question has {0} blanks; each became a question of its own.", Assert.Single(file.Left).Message);
    }

    [Fact]
    public void A_group_gives_all_its_questions_and_says_so() =>
        Assert.Contains(Read("items_1.2/question_group.xml").Left, l => l.Message.StartsWith("This group draws {0} of its {1}", StringComparison.Ordinal));

    [Theory]
    [InlineData("items_1.2/hot_spot.xml", "This question asks for a place in a picture, which quizzes here do not.")]
    [InlineData("items_1.2/upload_with_custom_settings.xml", "This question asks for a file; make it an assignment.")]
    [InlineData("items_1.2/bank_entry_item.xml", "Questions come from a question bank that did not come along.")]
    [InlineData("items_2.1/choice.xml", "This is QTI 2 or later; version 1.2 can be read.")]
    [InlineData("items_1.2/stimulus.xml", "This text stands after the last question, where a quiz here has no place for it.")]
    public void What_cannot_be_taken_is_said(string name, string because) => Assert.Contains(Read(name).Left, l => l.Message == because);

    private static string Text(string name) => File.ReadAllText(Path.Combine(Corpora.Folder("questions/qti"), name));

    private static QuestionFile Read(string name) => ReadQuestions.From(File.ReadAllBytes(Path.Combine(Corpora.Folder("questions/qti"), name)), name).Value;
}
