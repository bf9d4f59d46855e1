using System.Text.Json.Serialization;

namespace Lyceum.Domain.Quizzes;

/// <summary>What a student answered, as given: a typed answer is kept to the letter and only read when it is marked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceAnswer), "choice")]
[JsonDerivedType(typeof(ChoicesAnswer), "choices")]
[JsonDerivedType(typeof(TrueFalseAnswer), "trueFalse")]
[JsonDerivedType(typeof(TextAnswer), "text")]
[JsonDerivedType(typeof(MatchingAnswer), "matching")]
public abstract record Answer
{
    /// <summary>The longest text that is taken, in characters: an essay of some 8,000 words.</summary>
    public const int MaxLength = 50_000;

    private protected Answer() { }

    /// <summary>Nothing chosen and nothing typed; marks as no answer and counts as unanswered.</summary>
    [JsonIgnore]
    public bool IsEmpty => SaysNothing();

    private protected abstract bool SaysNothing();

    [JsonIgnore]
    internal abstract int Length { get; }
}

/// <summary>The one choice taken in a <see cref="SingleChoice"/>; null when it was cleared again.</summary>
public sealed record ChoiceAnswer(string? ChoiceId) : Answer
{
    private protected override bool SaysNothing() => string.IsNullOrEmpty(ChoiceId);
    internal override int Length => ChoiceId?.Length ?? 0;
}

/// <summary>The choices ticked in a <see cref="MultipleChoice"/>, in any order; a repeated one counts once.</summary>
public sealed record ChoicesAnswer(IReadOnlyList<string> ChoiceIds) : Answer
{
    private protected override bool SaysNothing() => ChoiceIds.Count == 0;
    internal override int Length => ChoiceIds.Sum(id => id?.Length ?? 0);
}

public sealed record TrueFalseAnswer(bool? IsTrue) : Answer
{
    private protected override bool SaysNothing() => IsTrue is null;
    internal override int Length => 0;
}

/// <summary>What was typed: for <see cref="ShortAnswer"/>, <see cref="Numeric"/> and <see cref="Essay"/>.</summary>
public sealed record TextAnswer(string Text) : Answer
{
    private protected override bool SaysNothing() => string.IsNullOrWhiteSpace(Text);
    internal override int Length => Text.Length;
}

/// <summary>For a <see cref="Matching"/>: item id to option id; items left open are absent.</summary>
public sealed record MatchingAnswer(IReadOnlyDictionary<string, string> Matches) : Answer
{
    private protected override bool SaysNothing() => Matches.Count == 0;
    internal override int Length => Matches.Sum(match => match.Key.Length + (match.Value?.Length ?? 0));
}
