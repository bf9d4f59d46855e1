using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;

namespace Lyceum.Web.Features.Assignments;

/// <summary>The level chosen in one criterion, as the form posts it; nothing where none is chosen.</summary>
public sealed class MarkTyped
{
    public Guid Criterion { get; set; }
    public string? Points { get; set; }

    public RubricMark Read() => new(Criterion, RubricForms.Number(Points) ?? -1);
}

public sealed class LevelTyped
{
    public string? Points { get; set; }
    public string? Describes { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Points) && string.IsNullOrWhiteSpace(Describes);
}

public sealed class CriterionTyped
{
    public Guid? Id { get; set; }
    public string? Title { get; set; }
    public List<LevelTyped> Levels { get; set; } = [];
}

/// <summary>A rubric as it is edited: rows of text, with an empty one at each end to write the next into.</summary>
public static class RubricForms
{
    public static decimal? Number(string? typed) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static List<CriterionTyped> Of(Rubric rubric) => [.. rubric.Criteria.Select(criterion => new CriterionTyped
    {
        Id = criterion.Id,
        Title = criterion.Title,
        Levels = [.. criterion.Levels.Select(level => new LevelTyped { Points = level.Points.ToString("0.##", CultureInfo.InvariantCulture), Describes = level.Describes })],
    })];

    public static Outcome<Rubric> Read(IEnumerable<CriterionTyped> typed)
    {
        var criteria = typed.Select(criterion => (criterion.Id, criterion.Title, Levels: criterion.Levels.Where(level => !level.IsEmpty).ToList())).ToList();
        if (criteria.SelectMany(criterion => criterion.Levels).Any(level => Number(level.Points) is null)) return RubricRefusals.NotANumber;
        return Rubric.Of(criteria.Select(criterion => new RubricCriterion(criterion.Id ?? Guid.CreateVersion7(), criterion.Title ?? "",
            [.. criterion.Levels.Select(level => new RubricLevel(Number(level.Points)!.Value, level.Describes ?? ""))])));
    }

    /// <summary>With room for what is still to be written, where the page has no script that makes room.</summary>
    public static List<CriterionTyped> WithRoom(List<CriterionTyped> typed)
    {
        List<CriterionTyped> roomy = [.. typed.Where(criterion => !string.IsNullOrWhiteSpace(criterion.Title) || criterion.Levels.Any(level => !level.IsEmpty))];
        foreach (var criterion in roomy) criterion.Levels = [.. criterion.Levels.Where(level => !level.IsEmpty), new()];
        roomy.Add(new() { Levels = [new(), new(), new(), new()] });
        return roomy;
    }
}
