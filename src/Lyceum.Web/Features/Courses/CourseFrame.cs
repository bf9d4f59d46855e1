using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Courses;

/// <summary>The pages of a course, as its tabs name them.</summary>
public enum CoursePlace { None, Modules, Classes, Discussions, Grades, People, Edit, Progress }

/// <summary>The ways around a course: tabs for its students, one bar with the tools for those who teach.</summary>
public static class CourseFrame
{
    public static IReadOnlyList<Tab> Tabs(Course course, Words words, CoursePlace here) =>
    [
        new(words["Modules"], $"/courses/{course.Slug}", here == CoursePlace.Modules),
        new(words["Classes"], $"/courses/{course.Slug}/classes", here == CoursePlace.Classes),
        new(words["Discussions"], $"/courses/{course.Slug}/discussions", here == CoursePlace.Discussions),
        new(words["Grades"], $"/courses/{course.Slug}/grades", here == CoursePlace.Grades),
        new(words["People"], $"/courses/{course.Slug}/people", here == CoursePlace.People),
    ];

    public static CourseBar Bar(CourseAccess access, Words words, CoursePlace here) =>
        new(access.Course.Title, access.Course.Slug, Tabs(access.Course, words, here), Tools(access, words, here))
        {
            Last = new(words["See as a student"], $"/courses/{access.Course.Slug}?as=student", false, Icon: "eye"),
        };

    private static IReadOnlyList<Tab> Tools(CourseAccess access, Words words, CoursePlace here) =>
    [
        .. access.CanTeach ? [new Tab(words["Edit"], $"/courses/{access.Course.Slug}/edit", here == CoursePlace.Edit, Icon: "pencil")] : Array.Empty<Tab>(),
        new(words["Progress"], $"/courses/{access.Course.Slug}/progress", here == CoursePlace.Progress, Icon: "activity"),
    ];
}
