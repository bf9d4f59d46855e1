namespace Lyceum.Domain.Assignments;

/// <summary>What a grader has begun to say and has not given yet; nobody but graders sees it. <paramref name="Score"/> as it was typed.</summary>
public sealed record GradingDraft(string Score, string Feedback, IReadOnlyList<RubricMark> Marks);
