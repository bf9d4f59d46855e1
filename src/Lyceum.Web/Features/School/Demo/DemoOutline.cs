using System.Globalization;
using Lyceum.Data.Library;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Library;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>Modules and activities of a course, from its pages.</summary>
public static class DemoOutline
{
    private const string WeekEight = "statistics/08-variance/2-what-adds.class.md";
    private const string WeekNine = "statistics/09-sampling/2-sampling-distributions.class.md";
    private const string SecondHour = "statistics/09-sampling/again.class.md";

    public static Course NewCourse(DemoPage page, DemoCalendar calendar)
    {
        var course = Course.New(page["slug"], page["title"], page["hue"], page["zone"], calendar.Now).Value;
        _ = course.Describe(page["title"], page["summary"], page.Body, page["requires"], page["subject"], page["term"], decimal.Parse(page["credits"], CultureInfo.InvariantCulture)).Value;
        var weeks = page["modules"].Split(" · ").Length;
        var (from, until) = IsWeekly(page) ? (calendar.Monday(1), calendar.Monday(weeks).PlusDays(6)) : ((LocalDate?)null, (LocalDate?)null);
        _ = course.Place(page["hue"], page["zone"], from, until).Value;
        _ = course.Admit(EnrollmentPolicy.Open, null).Value;
        course.Publish();
        return course;
    }

    public static bool IsWeekly(DemoPage course) => course.Find("meets") is not null;

    public static void Fill(DemoRun run, DemoPage course)
    {
        var modules = course["modules"].Split(" · ").Select((title, i) => Module.New(run.Course.Id, i, title,
            IsWeekly(course) ? run.Calendar.Monday(i + 1) : null, IsWeekly(course) ? run.Calendar.Monday(i + 1).PlusDays(6) : null).Value).ToList();
        run.Db.Modules.AddRange(modules);
        foreach (var pages in Pages(run.Course.Slug, run.Calendar).GroupBy(page => page.Module))
        {
            foreach (var (page, i) in pages.Select((page, i) => (page, i))) run.Activities.Add(New(run, modules[page.Module - 1], page, i, IsWeekly(course)));
        }
        run.Db.Activities.AddRange(run.Activities.Select(made => made.Activity));
    }

    /// <summary>
    /// The class with the long log is always the last Tuesday that is over. Before this week's Tuesday that is last week's,
    /// and this week's becomes its second hour.
    /// </summary>
    private static IEnumerable<DemoPage> Pages(string course, DemoCalendar calendar) =>
        calendar.At(DemoCalendar.ThisWeek, "Tue 19:15") <= calendar.Now
            ? DemoContent.Activities(course)
            : DemoContent.Activities(course).Select(page => page.Path switch
            {
                WeekEight => DemoContent.Read(WeekNine) with { Path = WeekEight },
                WeekNine => DemoContent.Read(SecondHour) with { Path = WeekNine },
                _ => page,
            });

    private static DemoActivity New(DemoRun run, Module module, DemoPage page, int position, bool isWeekly)
    {
        decimal? points = page.Find("points") is { } given ? decimal.Parse(given, CultureInfo.InvariantCulture) : null;
        var activity = Activity.New(module, Kind(page), page["title"], position, int.Parse(page["minutes"], CultureInfo.InvariantCulture), points).Value;
        Instant? At(string name) => page.Find(name) is { } when ? run.Calendar.At(page.Module, when) : null;
        _ = activity.Schedule(new Window(isWeekly ? run.Calendar.At(page.Module, "Mon 00:00") : null, At("due"), At("closes"))).Value;
        activity.Publish();
        return new DemoActivity(page, activity);
    }

    private static ActivityKind Kind(DemoPage page) => page.Kind switch
    {
        "reading" => ActivityKind.Reading,
        "lecture" => ActivityKind.Lecture,
        "class" => ActivityKind.ClassSession,
        "assignment" => ActivityKind.Assignment,
        "quiz" => ActivityKind.Quiz,
        "discussion" => ActivityKind.Discussion,
        var other => throw new InvalidDataException($"{page.Path}: no activity is called {other}."),
    };

    /// <summary>Puts the figures, slides and recordings of a course where files are kept. Before the write: the store keeps each content once.</summary>
    public static async Task<Dictionary<string, StoredContent>> Store(IFileStore files, string course, CancellationToken ct)
    {
        var stored = new Dictionary<string, StoredContent>();
        foreach (var path in DemoContent.FilesOf(course))
        {
            await using var content = DemoContent.Open(path);
            stored[path[(course.Length + 1)..]] = (await files.Put(content, long.MaxValue, ct)).Value;
        }
        return stored;
    }

    public static void KeepFiles(DemoRun run, IReadOnlyDictionary<string, StoredContent> stored, Guid owner)
    {
        foreach (var (path, content) in stored)
        {
            var name = path.Split('/')[^1];
            run.Files[path] = StoredFile.New(content.Hash, name, ContentTypes.Of(name), content.Length, run.Course.Id, owner, false, run.Now);
        }
        run.Db.Files.AddRange(run.Files.Values);
    }
}
