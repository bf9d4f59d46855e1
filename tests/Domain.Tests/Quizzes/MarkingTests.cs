using Lyceum.Domain.Quizzes;
using static Lyceum.Domain.Tests.Quizzes.QuestionExamples;

namespace Lyceum.Domain.Tests.Quizzes;

public sealed class MarkingTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("b", 0)]
    [InlineData("d", 0.5)]
    [InlineData("never offered", 0)]
    [InlineData(null, 0)]
    public void A_single_choice_earns_the_credit_of_the_choice_taken(string? taken, decimal fraction) =>
        Assert.Equal(new Score(fraction), WhichBox.Mark(new ChoiceAnswer(taken)));

    [Fact]
    public void Exactly_the_right_ticks_earn_everything_though_thirds_do_not_add_up() =>
        Assert.Equal(Score.Full, WhatShrinks.Mark(Ticks("both", "more people", "less spread")));

    [Theory]
    [InlineData(new[] { "more people", "less spread" }, 2, 3)]
    [InlineData(new[] { "more people", "less spread", "luck" }, 1, 3)]
    [InlineData(new[] { "more people", "luck" }, 0, 1)]
    [InlineData(new[] { "luck", "more variables" }, 0, 1)]
    [InlineData(new[] { "more people", "less spread", "both", "luck", "more variables" }, 1, 3)]
    [InlineData(new string[0], 0, 1)]
    [InlineData(new[] { "more people", "more people" }, 1, 3)]
    public void Each_right_tick_earns_a_share_and_each_wrong_one_takes_a_share(string[] ticks, int shares, int of) =>
        Assert.Equal(Math.Round((decimal)shares / of, 10), Math.Round(WhatShrinks.Mark(Ticks(ticks)).Fraction, 10));

    [Fact]
    public void All_or_nothing_gives_nothing_for_two_of_three()
    {
        var strict = WhatShrinks with { Rule = CreditRule.AllOrNothing };
        Assert.Equal(Score.None, strict.Mark(Ticks("more people", "less spread")));
        Assert.Equal(Score.Full, strict.Mark(Ticks("more people", "less spread", "both")));
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, false, 1)]
    [InlineData(false, null, 0)]
    public void True_or_false_is_right_or_wrong(bool truth, bool? given, decimal fraction) =>
        Assert.Equal(fraction, new TrueFalse(Text("The mean is robust."), truth).Mark(new TrueFalseAnswer(given)).Fraction);

    [Theory]
    [InlineData("standard error", 1)]
    [InlineData("  Standard   ERROR ", 1)]
    [InlineData("standard-error", 0)]
    [InlineData("the standard error of the mean", 0.5)]
    [InlineData("", 0)]
    public void A_short_answer_overlooks_case_and_spaces_and_the_best_fit_counts(string typed, decimal fraction)
    {
        var question = Term(false, new AcceptedText("*standard error*", 0.5m), new AcceptedText("standard error"));
        Assert.Equal(fraction, question.Mark(new TextAnswer(typed)).Fraction);
    }

    [Theory]
    [InlineData("pH", "pH", 1)]
    [InlineData("pH", "PH", 0)]
    public void Case_matters_where_the_question_says_so(string accepted, string typed, decimal fraction) =>
        Assert.Equal(fraction, Term(true, new AcceptedText(accepted)).Mark(new TextAnswer(typed)).Fraction);

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "acb", false)]
    [InlineData(@"5 \* 3", "5 * 3", true)]
    [InlineData(@"5 \* 3", "5 x 3", false)]
    [InlineData(@"a\\b", @"a\b", true)]
    [InlineData("caf\u00e9", "cafe\u0301", true)]
    [InlineData("*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("a", "\ud800", false)]
    public void A_star_stands_for_any_run_of_characters(string pattern, string typed, bool fits) =>
        Assert.Equal(fits ? 1 : 0, Term(false, new AcceptedText(pattern)).Mark(new TextAnswer(typed)).Fraction);

    [Theory]
    [InlineData("2.3", 1)]
    [InlineData("2,3", 1)]
    [InlineData("23/10", 1)]
    [InlineData("2.3 minutes", 1)]
    [InlineData("2.25", 1)]
    [InlineData("2.35", 1)]
    [InlineData("2.3501", 0.5)]
    [InlineData("3", 0.5)]
    [InlineData("3.01", 0)]
    [InlineData("-2.3", 0)]
    [InlineData("about two", 0)]
    public void A_number_counts_within_its_tolerance_and_the_best_range_counts(string typed, decimal fraction) =>
        Assert.Equal(fraction, StandardError.Mark(new TextAnswer(typed)).Fraction);

    [Fact]
    public void The_widest_numbers_there_are_can_be_compared()
    {
        var question = new Numeric(Text("?"), [new AcceptedNumber(new NumberNear(decimal.MaxValue, 1))]);
        Assert.Equal(Score.None, question.Mark(new TextAnswer("-79228162514264337593543950335")));
        Assert.Equal(Score.Full, question.Mark(new TextAnswer("79228162514264337593543950335")));
    }

    [Fact]
    public void Each_right_match_earns_an_equal_share()
    {
        MatchingAnswer Matches(params (string Item, string Option)[] pairs) => new(pairs.ToDictionary(pair => pair.Item, pair => pair.Option));
        Assert.Equal(Score.Full, SizesToBoxes.Mark(Matches(("A", "4"), ("B", "16"), ("C", "64"))));
        Assert.Equal(1m / 3, SizesToBoxes.Mark(Matches(("A", "4"), ("B", "64"), ("C", "16"))).Fraction);
        Assert.Equal(Score.None, SizesToBoxes.Mark(Matches(("A", "0"), ("Z", "4"))));
    }

    [Fact]
    public void An_essay_waits_for_a_hand_unless_it_is_empty()
    {
        var essay = new Essay(Text("Explain."));
        Assert.Equal(Score.ByHand, essay.Mark(new TextAnswer("Because.")));
        Assert.Equal(Score.None, essay.Mark(new TextAnswer("  ")));
        Assert.Equal(Score.None, essay.Mark(null));
    }

    [Fact]
    public void An_answer_of_another_kind_earns_nothing() => Assert.Equal(Score.None, WhichBox.Mark(new TextAnswer("a")));

    [Theory]
    [InlineData(1, 3, 2, 0.67)]
    [InlineData(1, 8, 1, 0.13)]
    public void Points_are_rounded_to_the_hundredth_away_from_zero(int shares, int of, decimal points, decimal earned) =>
        Assert.Equal(earned, Score.Of((decimal)shares / of).PointsOutOf(points));
}
