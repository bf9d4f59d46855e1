using Lyceum.Domain.Quizzes;
using NodaTime;
using static Lyceum.Domain.Tests.Quizzes.QuestionExamples;

namespace Lyceum.Domain.Tests.Quizzes;

public class QuestionAnalysisTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 20, 25);
    private static readonly Question[] Questions = [.. Enumerable.Range(0, 4).Select(at => Question.Ask(Guid.CreateVersion7(), at, 1, new TrueFalse(Text("Is it?"), true)).Value)];

    /// <summary>Each letter is one question's answer: "1" is what the key says.</summary>
    private static Attempt Answered(string answers)
    {
        var attempt = Quiz.For(Guid.CreateVersion7()).Begin(Guid.CreateVersion7(), default, [], 4, 1, Start).Value;
        attempt.Save([.. answers.Select((one, at) => new JournaledAnswer(Questions[at].Id, new TrueFalseAnswer(one == '1'), 1, Start))], Start);
        attempt.HandIn(Questions, Start);
        return attempt;
    }

    [Fact]
    public void A_question_that_only_the_weak_get_right_is_probably_mis_keyed()
    {
        var found = QuestionAnalysis.Of([Answered("1110"), Answered("1110"), Answered("1110"), Answered("1010"), Answered("0001"), Answered("0011"), Answered("0001")]);
        Assert.True(found[Questions[3].Id].IsProbablyMisKeyed);
        Assert.True(found[Questions[0].Id].Tells > 0.3);
        Assert.False(found[Questions[0].Id].IsProbablyMisKeyed);
        Assert.Equal(3m / 7, found[Questions[3].Id].Share, 5);
    }

    [Fact]
    public void A_handful_of_attempts_or_a_question_that_all_get_right_tells_nothing()
    {
        Assert.Null(QuestionAnalysis.Of([Answered("1110"), Answered("0001")])[Questions[3].Id].Tells);
        Assert.Null(QuestionAnalysis.Of([.. Enumerable.Range(0, 6).Select(one => Answered(one % 2 == 0 ? "1110" : "1001"))])[Questions[0].Id].Tells);
    }
}
