using System.Globalization;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>How numbers and rules of a quiz are said.</summary>
public static class QuizWords
{
    /// <summary>2 or 1.5, in the reader's figures.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>Every decimal that it has: 0.005 is not 0.</summary>
    public static string Exact(decimal number) => number.ToString("0.############", CultureInfo.CurrentCulture);

    public static string Points(Words words, decimal points) => points == 1 ? words["1 point"] : words["{0} points", Number(points)];

    public static string TimeFactor(Words words, decimal factor) => factor switch
    {
        1.25m => words["Time and a quarter"],
        1.5m => words["Time and a half"],
        2 => words["Double time"],
        _ => words["{0} × the time", Number(factor)],
    };

    public static string AttemptOf(Words words, QuizRules rules, int number) =>
        rules.AttemptsAllowed is { } allowed ? words["Attempt {0} of {1}", number, allowed] : words["Attempt {0}", number];

    /// <summary>30 + 7 min: the limit and what the person's factor adds to it, in whole minutes.</summary>
    public static string Minutes(Words words, QuizRules rules, Attempt attempt)
    {
        if (rules.TimeLimitMinutes is not { } limit || attempt.Deadline - attempt.StartedAt is not { } given) return "";
        var more = (int)given.TotalMinutes - limit;
        return more > 0 ? words["{0} + {1} min", limit, more] : words["{0} min", (int)Math.Round(given.TotalMinutes)];
    }

    public static string Result(Words words, Attempt attempt) =>
        words["{0} of {1} points", Number(attempt.Points), Number(attempt.OutOf)];

    public static string KindOf(Words words, QuestionContent content) => content switch
    {
        SingleChoice => words["Single choice"],
        MultipleChoice => words["Multiple choice"],
        TrueFalse => words["True or false"],
        ShortAnswer => words["Short answer"],
        Numeric => words["Number"],
        Matching => words["Matching"],
        Essay => words["Essay"],
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, null),
    };
}
