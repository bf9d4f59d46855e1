using Lyceum.Domain.Courses;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Shared;

/// <summary>A module in the bar of a course: past, now (with the part of it that is done, "0" to "1") or to come.</summary>
public sealed record CoursePart(string Label, bool IsPast, bool IsNow, IHtmlContent? Done = null, string? Url = null);

/// <summary>
/// The head of a course page. Facts stand above the title ("Autumn term", "24 students"), the first in bold;
/// the words of the mode bar ("Tue 18:00", "read, watch, practise") stand only where the load has such a part.
/// </summary>
public sealed record CourseHero(string Title, IReadOnlyList<string> Facts, IReadOnlyList<string> Instructors, CourseLoad Load, IReadOnlyList<CoursePart> Parts)
{
    public string LiveWords { get; init; } = "";
    public string AnyTimeWords { get; init; } = "";
    public string? Note { get; init; }
    /// <summary>One white button, for a public page: enroll.</summary>
    public string? ActionText { get; init; }
    public string? ActionUrl { get; init; }
}
