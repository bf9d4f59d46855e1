using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>A deadline that comes later for one person, in words.</summary>
public static class LaterWords
{
    /// <summary>"3 days later for you"</summary>
    public static string Of(Words words, Duration later) =>
        later.Hours == 0 && later.Minutes == 0
            ? words.Count("{0} day later for you", "{0} days later for you", later.Days)
            : words.Count("{0} hour later for you", "{0} hours later for you", (int)later.TotalHours);

    /// <summary>"due 3 days later", as those who teach read it.</summary>
    public static string ForTeachers(Words words, Duration later) =>
        later.Hours == 0 && later.Minutes == 0
            ? words.Count("due {0} day later", "due {0} days later", later.Days)
            : words.Count("due {0} hour later", "due {0} hours later", (int)later.TotalHours);
}
