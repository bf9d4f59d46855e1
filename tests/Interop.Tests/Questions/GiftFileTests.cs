using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Questions.Gift;

namespace Lyceum.Interop.Tests.Questions;

public sealed class GiftFileTests
{
    [Fact]
    public void A_right_answer_among_wrong_ones_is_a_single_choice_in_the_gap_of_its_sentence()
    {
        var question = (SingleChoice)One("::T::Grant is {~buried#No =entombed#Yes ~%50%lying} in Grant's tomb.");
        Assert.Equal("Grant is _____ in Grant's tomb.", question.Prompt.Text);
        Assert.Equal([("buried", 0m), ("entombed", 1m), ("lying", 0.5m)], question.Choices.Select(c => (c.Text.Text, c.Credit)));
        Assert.Equal("Yes", question.Choices[1].Feedback!.Text);
    }

    [Fact]
    public void Weights_without_a_right_answer_are_a_multiple_choice() =>
        Assert.Equal([-0.5m, 0.5m, 0.5m], ((MultipleChoice)One("Who? {~%-50%No one ~%50%Grant ~%50%His wife}")).Choices.Select(c => c.Credit));

    [Fact]
    public void True_or_false_has_feedback_for_the_wrong_answer_first()
    {
        var question = (TrueFalse)One("Right?{FALSE#It is not.#Indeed.####Think again.}");
        Assert.False(question.IsTrue);
        Assert.Equal("It is not.", question.FeedbackOnTrue!.Text);
        Assert.Equal("Indeed.", question.FeedbackOnFalse!.Text);
        Assert.Equal("Think again.", question.Feedback.Always!.Text);
    }

    [Theory]
    [InlineData("{#1822}", "1822", true)]
    [InlineData("{#3.1415:0.0005}", "3.142", true)]
    [InlineData("{#3.141..3.142}", "3.1415", true)]
    [InlineData("{#3.141..3.142}", "3.143", false)]
    [InlineData("{#=1822:0#Yes =%50%1822:2#Close}", "1822", true)]
    public void Numbers_have_tolerances_and_ranges(string answers, string typed, bool isRight) =>
        Assert.Equal(isRight ? 1 : 0, One("When? " + answers).Mark(new TextAnswer(typed)).Fraction);

    [Fact]
    public void A_number_near_enough_earns_its_part() =>
        Assert.Equal(0.5m, One("When? {#=1822:0 =%50%1822:2}").Mark(new TextAnswer("1823")).Fraction);

    [Fact]
    public void Short_answers_keep_stars_and_parts()
    {
        var question = One("Best animal?{=Frog =%50%Cat =%0%*#No}");
        Assert.Equal([1m, 0.5m, 0m], new[] { "frog", "CAT", "dog" }.Select(t => question.Mark(new TextAnswer(t)).Fraction));
    }

    [Fact]
    public void Matching_takes_distractors()
    {
        var question = (Matching)One("Match.{=Canada -> Ottawa =Italy  -> Rome = -> Oslo}");
        Assert.Equal(2, question.Items.Count);
        Assert.Equal(["Ottawa", "Rome", "Oslo"], question.Options.Select(o => o.Text));
    }

    [Fact]
    public void Empty_braces_ask_for_an_essay() => Assert.IsType<Essay>(One("::Q8:: How are you? {}"));

    [Fact]
    public void Escaped_control_characters_are_text() =>
        Assert.Equal("= 2 + 3", ((SingleChoice)One(@"Which equals 5? {~ \= 2 + 2 = \= 2 + 3}")).Choices[1].Text.Text);

    [Fact]
    public void Formats_are_followed_and_markup_is_cleaned()
    {
        Assert.Equal(RichText.Markdown("**Who**?"), One("[markdown]**Who**?{T}").Prompt);
        Assert.Equal("<p>Who?</p>", One("[html]<p onclick\\=x()>Who?<script>1</script></p>{T}").Prompt.Text);
        Assert.Equal("&lt;p&gt;", One("[plain]<p>{T}").Prompt.Text);
    }

    [Theory]
    [InlineData("Only a text.", "This has no answers in braces, so it is text and not a question.")]
    [InlineData("Who? {=one", "The braces around the answers do not match.")]
    [InlineData("Who? }{", "The braces around the answers do not match.")]
    [InlineData("Who? {nobody}", "No answer between the braces begins with = or ~.")]
    [InlineData("When? {#soon}", "\"{0}\" is no number.")]
    [InlineData("Who? {~a ~b}", "Say which choice is right.")]
    [InlineData("{T}", "Write the question itself.")]
    public void A_broken_question_is_left_with_a_sentence_and_the_next_is_read(string broken, string because)
    {
        var file = GiftFile.Read(broken + "\n\nGood?{T}");
        Assert.Single(file.Questions);
        Assert.Equal(because, Assert.Single(file.Left).Message);
    }

    [Fact]
    public void Comments_and_categories_are_passed_over() =>
        Assert.Single(GiftFile.Read("// c\n$CATEGORY: a/b\n\n// d\nGood?{T}\n// e\n").Questions);

    private static QuestionContent One(string gift) => Assert.Single(GiftFile.Read(gift).Questions).Content;
}
