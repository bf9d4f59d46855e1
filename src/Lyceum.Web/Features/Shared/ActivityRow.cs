using Lyceum.Domain.Courses;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Shared;

/// <summary>Solid is live, a tint with an edge is one's own time; a class to come that must be attended is hatched.</summary>
public enum WhenKind { None, Live, AnyTime, MustAttend }

public enum Tone { Quiet, Now, Good, Course, Warn, Bad }

/// <summary>
/// A row of a course page, in words that are ready to show: Meta "Video · 45 min", WhenText "Live · Tue 18:00",
/// State "12:40 left" with Fraction, or UnitsDone of UnitsTotal, as a bar below it.
/// </summary>
public sealed record ActivityRow(ActivityKind Kind, string Title, string? Url, string Meta)
{
    public WhenKind When { get; init; }
    public string WhenText { get; init; } = "";
    public string State { get; init; } = "";
    public Tone Tone { get; init; }
    public string? StateIcon { get; init; }
    public double? Fraction { get; init; }
    public int UnitsDone { get; init; }
    public int UnitsTotal { get; init; }
    public bool IsDraft { get; init; }
    /// <summary>Stands in the place of the state.</summary>
    public IHtmlContent? Own { get; init; }

    public bool HasBar => Fraction is not null || UnitsTotal > 0;
}

public static class ActivityIcons
{
    public static string Icon(this ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => "book-open",
        ActivityKind.Lecture => "circle-play",
        ActivityKind.ClassSession => "radio",
        ActivityKind.Assignment => "file-pen",
        ActivityKind.Quiz => "list-checks",
        ActivityKind.Discussion => "messages-square",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
