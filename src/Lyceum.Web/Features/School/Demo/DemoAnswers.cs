using System.Globalization;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>What somebody answers who knows, and what somebody answers who does not.</summary>
public static class DemoAnswers
{
    public static Answer Right(QuestionContent content) => content switch
    {
        SingleChoice single => new ChoiceAnswer(single.Choices.First(c => c.Credit == 1).Id),
        MultipleChoice several => new ChoicesAnswer([.. several.Choices.Where(c => c.IsRight).Select(c => c.Id)]),
        TrueFalse truth => new TrueFalseAnswer(truth.IsTrue),
        ShortAnswer typed => new TextAnswer(typed.Accepted.First(a => a.Credit == 1).Text),
        Numeric number => new TextAnswer(Middle(number.Accepted.First(a => a.Credit == 1).Range)),
        Matching matching => new MatchingAnswer(matching.Items.ToDictionary(i => i.Id, i => i.OptionId)),
        _ => throw new ArgumentException("Nobody knows the right answer to this.", nameof(content)),
    };

    public static Answer Wrong(QuestionContent content, Random chance) => content switch
    {
        SingleChoice single => new ChoiceAnswer(OneOf(single.Choices.Where(c => !c.IsRight).ToList(), chance).Id),
        MultipleChoice several => new ChoicesAnswer([.. several.Choices.Where(c => c.IsRight).Select(c => c.Id).Skip(1)]),
        TrueFalse truth => new TrueFalseAnswer(!truth.IsTrue),
        ShortAnswer => new TextAnswer("I do not remember"),
        Numeric number => new TextAnswer(number.Accepted.FirstOrDefault(a => a.Credit < 1) is { } near ? Middle(near.Range) : "100"),
        Matching matching => new MatchingAnswer(matching.Items.Zip(matching.Items.Skip(1).Append(matching.Items[0])).ToDictionary(p => p.First.Id, p => p.Second.OptionId)),
        _ => throw new ArgumentException("There is no wrong answer to this.", nameof(content)),
    };

    private static T OneOf<T>(List<T> among, Random chance) => among[chance.Next(among.Count)];

    private static string Middle(NumberRange range) => (range switch
    {
        NumberNear near => near.Value,
        NumberBetween between => (between.Low + between.High) / 2,
        _ => throw new ArgumentOutOfRangeException(nameof(range)),
    }).ToString(CultureInfo.InvariantCulture);
}
