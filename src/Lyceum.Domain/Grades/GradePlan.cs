using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Grades;

/// <summary>
/// Graded activities that weigh together. <paramref name="Weight"/> is percent of the total. Of its scores the <paramref name="DropLowest"/>
/// lowest do not count, but one always does. <paramref name="Takes"/>: activities of this kind belong here unless they are put elsewhere.
/// </summary>
public sealed record GradeCategory(Guid Id, string Name, decimal Weight, int DropLowest, ActivityKind? Takes = null);

/// <summary>Where one activity counts, when not by its kind; null = nowhere. Extra credit adds its points and asks for none.</summary>
public sealed record GradePlace(Guid ActivityId, Guid? CategoryId, bool IsExtra = false);

/// <summary>How the total of a course comes about, decided by its instructor. A course without one counts all points alike.</summary>
public sealed class GradePlan
{
    private const int MostCategories = 12;

    private GradePlan() { }

    public Guid CourseId { get; private set; }
    public IReadOnlyList<GradeCategory> Categories { get; private set; } = [];
    public IReadOnlyList<GradePlace> Places { get; private set; } = [];

    public static GradePlan For(Guid courseId) => new() { CourseId = courseId };

    /// <summary>No categories = all points alike again.</summary>
    public Outcome<Done> Weigh(IReadOnlyList<GradeCategory> categories, IReadOnlyList<GradePlace> places)
    {
        if (categories.Count > MostCategories) return Refusal.Invalid("At most {0} categories can be weighed.", null, MostCategories);
        if (categories.Any(one => one.Name.Trim().Length is 0 or > 40)) return Refusal.Invalid("A category has a name of 1 to 40 characters.");
        if (categories.Any(one => one.Weight is <= 0 or > 100)) return Refusal.Invalid("A weight is a number above 0, up to 100.");
        if (categories.Any(one => one.DropLowest is < 0 or > 20)) return Refusal.Invalid("Leave out from 0 to 20 of the lowest scores.");
        var sum = categories.Sum(one => one.Weight);
        if (categories.Count > 0 && sum != 100) return Refusal.Invalid("The weights add up to {0} %, not to 100 %. Nothing was changed.", null, $"{sum:0.##}");
        var known = categories.Select(one => one.Id).ToHashSet();
        Categories = [.. categories.Select(one => one with { Name = one.Name.Trim() })];
        Places = [.. places.Where(place => place.CategoryId is not { } id || known.Contains(id))];
        return new Done();
    }

    public GradeCategory? CategoryOf(GradeColumn column) =>
        Places.FirstOrDefault(place => place.ActivityId == column.ActivityId) is { } place
            ? Categories.FirstOrDefault(one => one.Id == place.CategoryId)
            : Categories.FirstOrDefault(one => one.Takes == column.Kind);

    public bool IsExtra(Guid activityId) => Places.Any(place => place.ActivityId == activityId && place.IsExtra);
}
