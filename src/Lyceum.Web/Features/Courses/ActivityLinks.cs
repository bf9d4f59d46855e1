using Lyceum.Domain.Courses;

namespace Lyceum.Web.Features.Courses;

/// <summary>The addresses of activities: the page of a student, and behind it /edit, the page of whoever teaches.</summary>
public static class ActivityLinks
{
    public static string Of(string slug, ActivityKind kind, Guid id) => $"/courses/{slug}/{Plural(kind)}/{id}";

    public static string Edit(string slug, ActivityKind kind, Guid id) => Of(slug, kind, id) + "/edit";

    private static string Plural(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => "readings",
        ActivityKind.Lecture => "lectures",
        ActivityKind.ClassSession => "classes",
        ActivityKind.Assignment => "assignments",
        ActivityKind.Quiz => "quizzes",
        ActivityKind.Discussion => "discussions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
