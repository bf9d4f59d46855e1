using FsCheck;
using FsCheck.Fluent;
using Lyceum.Domain.Quizzes;
using static Lyceum.Domain.Tests.Quizzes.QuestionExamples;

namespace Lyceum.Domain.Tests.Quizzes;

/// <summary>What must hold for every question and every answer, however odd.</summary>
public sealed class MarkingProperties
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<decimal> Credit = Gen.Choose(-100, 100).Select(percent => percent / 100m);

    private static readonly Gen<Choice[]> Choices =
        from credits in Credit.ArrayOf(Ids.Length)
        select Ids.Zip(credits, (id, credit) => new Choice(id, Text(id), credit)).ToArray();

    private static readonly Gen<string[]> Ticked = Gen.SubListOf(Ids).Select(ids => ids.ToArray());

    private static readonly Gen<QuestionContent> Contents = Gen.OneOf<QuestionContent>(
        Choices.Select(choices => (QuestionContent)new SingleChoice(Text("?"), choices)),
        Choices.Select(choices => (QuestionContent)new MultipleChoice(Text("?"), choices)),
        Choices.Select(choices => (QuestionContent)new MultipleChoice(Text("?"), choices, CreditRule.AllOrNothing)),
        Gen.Elements<QuestionContent>(new TrueFalse(Text("?"), true), StandardError, SizesToBoxes, new Essay(Text("?")),
            Term(false, new AcceptedText("a*", 0.5m), new AcceptedText("ab"))));

    private static readonly Gen<Answer> Answers = Gen.OneOf<Answer>(
        Gen.Elements(Ids).Select(id => (Answer)new ChoiceAnswer(id)),
        Ticked.Select(ids => (Answer)new ChoicesAnswer(ids)),
        ArbMap.Default.GeneratorFor<bool>().Select(truth => (Answer)new TrueFalseAnswer(truth)),
        ArbMap.Default.GeneratorFor<string>().Select(text => (Answer)new TextAnswer(text ?? "")),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (Answer)new TextAnswer($"{number}")),
        Ticked.Select(ids => (Answer)new MatchingAnswer(ids.ToDictionary(id => id.ToUpperInvariant(), _ => "16"))));

    [Fact]
    public void A_score_is_never_below_nothing_nor_above_the_points() =>
        Holds(from content in Contents from answer in Answers from points in Gen.Choose(0, 1000) select (content, answer, points),
            it => it.content.Mark(it.answer).PointsOutOf(it.points) is var earned && earned >= 0 && earned <= it.points);

    [Fact]
    public void A_further_right_tick_never_lowers_the_score_and_a_further_wrong_one_never_raises_it() =>
        Holds(from choices in Choices from ticked in Ticked from more in Gen.Elements(Ids) select (choices, ticked, more), it =>
        {
            var question = new MultipleChoice(Text("?"), MultipleChoice.EvenShares(it.choices));
            var before = question.Mark(new ChoicesAnswer(it.ticked)).Fraction;
            var after = question.Mark(new ChoicesAnswer([.. it.ticked.Union([it.more])])).Fraction;
            return it.choices.Single(choice => choice.Id == it.more).IsRight ? after >= before : after <= before;
        });

    [Fact]
    public void The_order_of_ticks_does_not_matter() =>
        Holds(from choices in Choices from ticked in Ticked select (choices, ticked), it =>
        {
            var question = new MultipleChoice(Text("?"), it.choices);
            return question.Mark(new ChoicesAnswer(it.ticked)) == question.Mark(new ChoicesAnswer([.. it.ticked.Reverse()]));
        });

    [Fact]
    public void A_match_put_right_never_lowers_the_score() =>
        Holds(from ticked in Ticked from item in Gen.Elements(SizesToBoxes.Items.ToArray()) select (ticked, item), it =>
        {
            var matches = it.ticked.ToDictionary(id => id.ToUpperInvariant(), _ => "16");
            var before = SizesToBoxes.Mark(new MatchingAnswer(matches)).Fraction;
            var mended = new Dictionary<string, string>(matches) { [it.item.Id] = it.item.OptionId };
            return SizesToBoxes.Mark(new MatchingAnswer(mended)).Fraction >= before;
        });

    [Fact]
    public void A_wider_tolerance_never_lowers_the_score() =>
        Holds(from value in ArbMap.Default.GeneratorFor<decimal>() from typed in ArbMap.Default.GeneratorFor<decimal>()
              from tolerance in Gen.Choose(0, 100) select (value, typed, tolerance), it =>
        {
            decimal MarkWith(decimal tolerance) =>
                new Numeric(Text("?"), [new AcceptedNumber(new NumberNear(it.value, tolerance))]).Mark(new TextAnswer($"{it.typed}")).Fraction;
            return MarkWith(it.tolerance + 1) >= MarkWith(it.tolerance);
        });

    [Fact]
    public void An_answer_with_no_wildcard_fits_itself() =>
        Holds(ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get.Replace("\\", "").Replace("*", "")), text =>
            string.IsNullOrWhiteSpace(text) || Term(true, new AcceptedText(text)).Mark(new TextAnswer(text)) == Score.Full);

    private static void Holds<T>(Gen<T> generator, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(generator), property));
}
