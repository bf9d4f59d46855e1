using System.Text.Json.Serialization;

namespace Lyceum.Domain.Assignments;

/// <summary>One step of a criterion: what it is worth, and what work looks like that reaches it.</summary>
public sealed record RubricLevel(decimal Points, string Describes);

/// <summary>One thing that is looked at, with its levels from the lowest to the highest. <paramref name="Id"/> stays when it is renamed.</summary>
public sealed record RubricCriterion(Guid Id, string Title, IReadOnlyList<RubricLevel> Levels)
{
    [JsonIgnore]
    public decimal Points => Levels.Count == 0 ? 0 : Levels[^1].Points;
}

/// <summary>The level that one submission was given in one criterion.</summary>
public sealed record RubricMark(Guid Criterion, decimal Points);

/// <summary>What an assignment is graded by; students read it before they hand in.</summary>
public sealed record Rubric(IReadOnlyList<RubricCriterion> Criteria)
{
    public static Rubric Empty { get; } = new([]);

    [JsonIgnore]
    public bool IsEmpty => Criteria.Count == 0;
    [JsonIgnore]
    public decimal Points => Criteria.Sum(criterion => criterion.Points);

    /// <summary>From what was typed: criteria without a name and levels, and levels without a description at no points, were left empty.</summary>
    public static Outcome<Rubric> Of(IEnumerable<RubricCriterion> typed)
    {
        var criteria = typed.Select(criterion => criterion with
        {
            Title = criterion.Title.Trim(),
            Levels = [.. criterion.Levels.Select(level => level with { Describes = level.Describes.Trim() }).OrderBy(level => level.Points)],
        }).Where(criterion => criterion.Title.Length > 0 || criterion.Levels.Count > 0).ToList();
        if (criteria.Count > 20) return RubricRefusals.TooManyCriteria;
        return criteria.Select(Wrong).FirstOrDefault(wrong => wrong is not null) is { } refusal ? refusal : new Rubric(criteria);
    }

    private static Refusal? Wrong(RubricCriterion criterion) =>
        criterion.Title.Length is 0 or > 80 ? RubricRefusals.NoTitle
        : criterion.Levels.Count is < 2 or > 10 ? RubricRefusals.LevelsOf(criterion.Title)
        : criterion.Levels.Any(level => level.Points is < 0 or > 1000) || criterion.Levels.DistinctBy(level => level.Points).Count() < criterion.Levels.Count ? RubricRefusals.PointsOf(criterion.Title)
        : criterion.Levels.Any(level => level.Describes.Length > 500) ? RubricRefusals.TooLong
        : null;

    public decimal? PointsIn(RubricCriterion criterion, IReadOnlyList<RubricMark> marks) =>
        marks.LastOrDefault(mark => mark.Criterion == criterion.Id && criterion.Levels.Any(level => level.Points == mark.Points))?.Points;

    /// <summary>Those of the marks that name a criterion and a level that are there.</summary>
    public IReadOnlyList<RubricMark> Taking(IReadOnlyList<RubricMark> marks) =>
        [.. from criterion in Criteria let points = PointsIn(criterion, marks) where points is not null select new RubricMark(criterion.Id, points.Value)];

    /// <summary>The levels added up, on the scale of what the assignment is worth; refused while a criterion has no level yet.</summary>
    public Outcome<decimal> ScoreOf(IReadOnlyList<RubricMark> marks, decimal worth)
    {
        if (Criteria.FirstOrDefault(criterion => PointsIn(criterion, marks) is null) is { } open) return RubricRefusals.NoLevel(open.Title);
        return Math.Round(Criteria.Sum(criterion => PointsIn(criterion, marks)!.Value) * worth / Points, 2, MidpointRounding.AwayFromZero);
    }
}
