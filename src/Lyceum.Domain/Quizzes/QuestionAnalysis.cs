namespace Lyceum.Domain.Quizzes;

/// <summary>
/// How a question did over the attempts that were handed in. <paramref name="Share"/> of its points that were earned, 0 to 1.
/// <paramref name="Tells"/> strong from weak: the correlation (Pearson) between this question and the rest of the attempt, −1 to 1; null where
/// it cannot be said.
/// </summary>
public sealed record QuestionAnalysis(Guid QuestionId, decimal Share, double? Tells)
{
    /// <summary>Those who do well elsewhere get it wrong: the key is probably not right.</summary>
    public bool IsProbablyMisKeyed => Tells <= -0.15;

    /// <summary>Fewer attempts than this say nothing about a question.</summary>
    public const int Fewest = 5;

    public static IReadOnlyDictionary<Guid, QuestionAnalysis> Of(IReadOnlyCollection<Attempt> attempts)
    {
        var byQuestion = attempts.SelectMany(attempt => attempt.Marks.Where(mark => mark is { NeedsHand: false, OutOf: > 0 })
                .Select(mark => (mark.QuestionId, Here: mark.Points / mark.OutOf, Elsewhere: Rest(attempt, mark))))
            .ToLookup(one => one.QuestionId);
        return byQuestion.ToDictionary(group => group.Key, group => new QuestionAnalysis(
            group.Key, group.Average(one => one.Here), group.Count() < Fewest ? null : Correlation([.. group.Select(one => ((double)one.Here, (double)one.Elsewhere))])));
    }

    private static decimal Rest(Attempt attempt, AnswerMark mark) =>
        attempt.OutOf == mark.OutOf ? 0 : (attempt.Points - mark.Points) / (attempt.OutOf - mark.OutOf);

    private static double? Correlation(List<(double Here, double Elsewhere)> pairs)
    {
        var (here, elsewhere) = (pairs.Average(pair => pair.Here), pairs.Average(pair => pair.Elsewhere));
        var together = pairs.Sum(pair => (pair.Here - here) * (pair.Elsewhere - elsewhere));
        var apart = Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Here - here, 2)) * pairs.Sum(pair => Math.Pow(pair.Elsewhere - elsewhere, 2)));
        return apart < 1e-9 ? null : together / apart;
    }
}
