using Lyceum.Data.Courses;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The hero of a course: who, how many, and what it asks in a week.</summary>
public static class CourseHeads
{
    public static CourseHero Of(CourseOutline outline, IReadOnlyList<CoursePart> parts, DateTimeZone zone, Words words, Times times)
    {
        var weekly = WeeklyTimes.Of(outline, zone, times.Now);
        return new(outline.Course.Title, Facts(outline, words), Instructors(outline), outline.Load, parts)
        {
            LiveWords = weekly.Count switch
            {
                0 => words["classes"],
                1 => weekly[0].Text,
                _ => words["{0} and more", weekly[0].Text],
            },
            AnyTimeWords = words["read, watch, practise"],
            Note = outline.Load.LiveMinutes > 0 ? words["Every class may be replayed for the same credit"] : null,
        };
    }

    private static List<string> Facts(CourseOutline outline, Words words)
    {
        var facts = new List<string>();
        if (outline.Course.Term != "") facts.Add(outline.Course.Term);
        else if (outline.Course.Subject != "") facts.Add(outline.Course.Subject);
        facts.Add(words.Count("{0} student", "{0} students", outline.Students));
        if (outline.Course.Credits is { } credits) facts.Add(words.Count("{0} credit", "{0} credits", (int)Math.Ceiling(credits)));
        return facts;
    }

    private static List<string> Instructors(CourseOutline outline) =>
        outline.Teachers.Where(teacher => teacher.Role == CourseRole.Instructor).Select(teacher => teacher.Name).Take(3).ToList();
}
