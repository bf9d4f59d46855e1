using System.Globalization;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;

namespace Lyceum.Web.Features.Grades;

/// <summary>A category as it is typed; without a name it is an empty row, which is left out.</summary>
public sealed class CategoryRow
{
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? Weight { get; set; }
    public int DropLowest { get; set; }
    public ActivityKind? Takes { get; set; }

    public static CategoryRow Of(GradeCategory category) => new()
    {
        Id = category.Id, Name = category.Name, Weight = category.Weight.ToString("0.##", CultureInfo.InvariantCulture), DropLowest = category.DropLowest, Takes = category.Takes,
    };

    /// <summary>A weight that cannot be read is 0, which the plan refuses with its sentence.</summary>
    public GradeCategory Read() => new(
        Id, Name ?? "", decimal.TryParse((Weight ?? "").Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var weight) ? weight : 0, DropLowest, Takes);
}

/// <summary>Where an activity counts: "kind" = with its kind, "none" = nowhere, or the id of a category.</summary>
public sealed class PlaceRow
{
    public Guid ActivityId { get; set; }
    public string Where { get; set; } = ByKind;
    public bool IsExtra { get; set; }

    public const string ByKind = "kind";
    public const string Nowhere = "none";

    public static PlaceRow Of(GradeColumn column, GradePlan? plan)
    {
        var place = plan?.Places.FirstOrDefault(one => one.ActivityId == column.ActivityId);
        var where = place is null ? ByKind : place.CategoryId?.ToString() ?? Nowhere;
        return new PlaceRow { ActivityId = column.ActivityId, Where = where == plan?.Categories.FirstOrDefault(one => one.Takes == column.Kind)?.Id.ToString() ? ByKind : where, IsExtra = place?.IsExtra == true };
    }

    /// <summary>Null when it counts with its kind and asks for its points, which needs no saying.</summary>
    public GradePlace? Read(GradeColumn column, IReadOnlyList<GradeCategory> categories)
    {
        if (Where == ByKind && !IsExtra) return null;
        var category = Where == ByKind ? categories.FirstOrDefault(one => one.Takes == column.Kind)?.Id : Guid.TryParse(Where, out var id) ? id : null;
        return new GradePlace(ActivityId, category, IsExtra);
    }
}
