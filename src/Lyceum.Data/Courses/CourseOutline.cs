using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Data.Courses;

/// <summary>
/// What a course shows to everybody in it alike: kept in memory under the course's version, so that a page reads only what is the
/// reader's own. Drafts are in it, and the classes of every section; whoever shows it to students leaves them out
/// (<see cref="ForStudents"/>, <see cref="ForStudentOf"/>).
/// </summary>
public sealed record CourseOutline(
    Course Course, DateTimeZone Zone, IReadOnlyList<OutlineModule> Modules, IReadOnlyList<OutlinePerson> Teachers, int Students)
{
    private CourseOutline? forStudents;

    public CourseLoad Load { get; private init; } = LoadOf(Course, Modules);

    public CourseOutline ForStudents => forStudents ??= this with { forStudents = null, Modules = Modules.Select(module => module.Published).ToList() };

    /// <summary>What a student of this section does: what is everybody's, and the classes of their own. Null = in no section.</summary>
    public CourseOutline ForStudentOf(Guid? section)
    {
        if (!Activities.Any(activity => activity.SectionId is not null)) return ForStudents;
        List<OutlineModule> modules = [.. ForStudents.Modules.Select(module => module with { Activities = [.. module.Activities.Where(activity => activity.IsFor(section))] })];
        return this with { forStudents = null, Modules = modules, Load = LoadOf(Course, modules) };
    }

    /// <summary>As it stands for somebody whose due dates come that much later; for most it is the same outline.</summary>
    public CourseOutline DueLater(Duration by) => by == Duration.Zero ? this : this with
    {
        forStudents = null,
        Modules = [.. Modules.Select(module => module with { Activities = [.. module.Activities.Select(activity => activity.DueLater(by))] })],
    };

    public IEnumerable<OutlineActivity> Activities => Modules.SelectMany(module => module.Activities);

    /// <summary>The first of them, by name.</summary>
    public string? Instructor { get; } = Teachers.FirstOrDefault(one => one.Role == CourseRole.Instructor)?.Name;

    /// <summary>The module whose days hold today; else the next to come; else the last.</summary>
    public OutlineModule? ModuleOn(LocalDate today) =>
        Modules.FirstOrDefault(module => module.StartsOn <= today && today <= (module.EndsOn ?? module.StartsOn))
        ?? Modules.FirstOrDefault(module => module.StartsOn > today)
        ?? (Modules.Any(module => module.StartsOn is not null) ? Modules.LastOrDefault() : Modules.FirstOrDefault());

    /// <summary>Nobody has the classes of two sections: those of the one that meets most are counted.</summary>
    private static CourseLoad LoadOf(Course course, IReadOnlyList<OutlineModule> modules)
    {
        var published = modules.SelectMany(module => module.Activities).Where(activity => activity.IsPublished).ToList();
        var section = published.Where(activity => activity.SectionId is not null).GroupBy(activity => activity.SectionId).MaxBy(group => group.Sum(activity => activity.EffortMinutes))?.Key;
        return CourseLoad.Of(published.Where(activity => activity.IsFor(section)).Select(activity => (activity.IsLive, activity.EffortMinutes)),
            CourseLoad.WeeksOf(course.StartsOn, course.EndsOn, modules.Count));
    }
}

/// <summary><paramref name="Number"/> counts from 1 in the order of the course.</summary>
public sealed record OutlineModule(Guid Id, int Number, string Title, LocalDate? StartsOn, LocalDate? EndsOn, IReadOnlyList<OutlineActivity> Activities)
{
    internal OutlineModule Published => this with { Activities = Activities.Where(activity => activity.IsPublished).ToList() };
}

/// <summary><paramref name="Live"/> is set for a class session that has been given its hours.</summary>
public sealed record OutlineActivity(
    Guid Id, Guid ModuleId, ActivityKind Kind, string Title, int EffortMinutes, Window Window, LiveHours? Live, bool IsPublished, decimal? Points)
{
    /// <summary>Until when watching a class's replay counts; null = without end.</summary>
    public Instant? ReplayCountsUntil { get; init; }

    /// <summary>Whose class it is; null = the whole course's.</summary>
    public Guid? SectionId { get; init; }
    public string? Section { get; init; }

    public ActivityContents Contents { get; init; } = ActivityContents.None;

    /// <summary>As it stands for somebody whose due dates come that much later.</summary>
    public OutlineActivity DueLater(Duration by) => this with { Window = Window.DueLater(by), ReplayCountsUntil = ReplayCountsUntil + by };

    public bool IsFor(Guid? section) => SectionId is null || SectionId == section;

    /// <summary>A class that has no hour: it is replayed, at any time.</summary>
    public bool IsLesson { get; init; }

    public bool IsLive => Kind == ActivityKind.ClassSession && !IsLesson;
}

public sealed record OutlinePerson(Guid Id, string Name, CourseRole Role);
