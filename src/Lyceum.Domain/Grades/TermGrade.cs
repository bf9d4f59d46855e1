namespace Lyceum.Domain.Grades;

/// <summary>
/// What one category comes to for one person. <paramref name="Percent"/> is null while nothing in it counts yet; <paramref name="Adds"/> is
/// what it adds to the total, in percent of the whole course.
/// </summary>
public sealed record CategoryGrade(GradeCategory Category, decimal? Percent, decimal? Adds);

/// <summary>
/// The total of one person, of what is graded so far: categories in which nothing counts yet leave their weight to the others.
/// <paramref name="Dropped"/> are the activities whose score was left out as one of the lowest.
/// </summary>
public sealed record TermGrade(decimal? Percent, IReadOnlyList<CategoryGrade> Categories, IReadOnlySet<Guid> Dropped)
{
    private sealed record Counted(GradeColumn Column, decimal Score, bool IsExtra)
    {
        public decimal Fraction => Score / Column.Points;
    }

    public static TermGrade Of(IReadOnlyList<GradeColumn> columns, IReadOnlyList<GradeCell> cells, GradePlan? plan)
    {
        var counted = columns.Select((column, index) => (column, cell: cells[index]))
            .Where(one => one.cell.State is CellState.Scored or CellState.Missing && one.column.Points > 0)
            .Select(one => new Counted(one.column, one.cell.State == CellState.Scored ? one.cell.Score ?? 0 : 0, plan?.IsExtra(one.column.ActivityId) == true))
            .Where(one => !one.IsExtra || one.Score > 0).ToList();
        if (plan is null or { Categories.Count: 0 }) return new TermGrade(Round(100 * FractionOf(counted)), [], new HashSet<Guid>());
        var dropped = new HashSet<Guid>();
        var byCategory = counted.ToLookup(one => plan.CategoryOf(one.Column)?.Id);
        var fractions = plan.Categories.Select(category => (category, fraction: FractionOf(WithoutLowest([.. byCategory[category.Id]], category.DropLowest, dropped)))).ToList();
        var weight = fractions.Where(one => one.fraction is not null).Sum(one => one.category.Weight);
        return new TermGrade(
            weight == 0 ? null : Round(fractions.Sum(one => one.category.Weight * (one.fraction ?? 0)) * 100 / weight),
            [.. fractions.Select(one => new CategoryGrade(one.category, Round(100 * one.fraction), weight == 0 ? null : Round(one.category.Weight * one.fraction * 100 / weight)))],
            dropped);
    }

    /// <summary>The lowest by share of their points; of equals the ones with more points, because that helps the student more.</summary>
    private static List<Counted> WithoutLowest(List<Counted> counted, int most, HashSet<Guid> dropped)
    {
        var asked = counted.Where(one => !one.IsExtra).OrderBy(one => one.Fraction).ThenByDescending(one => one.Column.Points).ToList();
        foreach (var low in asked.Take(Math.Min(most, asked.Count - 1))) dropped.Add(low.Column.ActivityId);
        return [.. counted.Where(one => !dropped.Contains(one.Column.ActivityId))];
    }

    /// <summary>Null where no points were asked for; extra credit alone makes no total.</summary>
    private static decimal? FractionOf(List<Counted> counted)
    {
        var of = counted.Where(one => !one.IsExtra).Sum(one => one.Column.Points);
        return of == 0 ? null : counted.Sum(one => one.Score) / of;
    }

    private static decimal? Round(decimal? percent) => percent is { } exact ? Math.Round(exact, 1, MidpointRounding.AwayFromZero) : null;
}
