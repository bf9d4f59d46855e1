namespace Lyceum.Domain.Quizzes;

/// <summary>What stands on the left; <paramref name="OptionId"/> is the option that belongs to it.</summary>
public sealed record MatchItem(string Id, RichText Text, string OptionId);

/// <summary>What can be matched, as plain text: it stands in a list. An option may belong to several items or to none (a distractor).</summary>
public sealed record MatchOption(string Id, string Text);

/// <summary>Each item matched as it should be earns an equal share; a wrong match takes nothing away.</summary>
public sealed record Matching(RichText Prompt, IReadOnlyList<MatchItem> Items, IReadOnlyList<MatchOption> Options) : QuestionContent(Prompt)
{
    public override Score Mark(Answer? answer) =>
        answer is MatchingAnswer given && Items.Count > 0
            ? Score.Of((decimal)Items.Count(item => given.Matches.GetValueOrDefault(item.Id) == item.OptionId) / Items.Count)
            : Score.None;

    private protected override Refusal? KindFault()
    {
        if (Items.Count < 2 || Options.Count < 2) return QuestionRefusals.TooFewMatches;
        if (Items.Any(item => item.Text.IsEmpty) || Options.Any(option => string.IsNullOrWhiteSpace(option.Text))) return QuestionRefusals.EmptyChoice;
        var ids = Options.Select(option => option.Id).ToHashSet();
        if (ids.Count < Options.Count || Items.DistinctBy(item => item.Id).Count() < Items.Count) return QuestionRefusals.IdRepeated;
        return Items.All(item => ids.Contains(item.OptionId)) ? null : QuestionRefusals.MatchMissing;
    }
}
