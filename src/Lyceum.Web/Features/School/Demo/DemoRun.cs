using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>Somebody of the cast; <paramref name="Ability"/> is about the share of points that they get, in per cent.</summary>
public sealed record CastMember(string Who, string Name, string Zone, int Ability)
{
    public string Email => $"{Who}@harbour.example";
    public bool IsStaff => Who == "ruth";

    public static IReadOnlyList<CastMember> All() => [.. DemoContent.Text("people.md").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cell => new CastMember(cell[0], cell[1], cell[2], int.Parse(cell[3], System.Globalization.CultureInfo.InvariantCulture)))];
}

/// <summary>An activity of the demo beside the page that it was made from.</summary>
public sealed record DemoActivity(DemoPage Page, Activity Activity)
{
    public Guid Id => Activity.Id;
    public int Week => Page.Module;
}

/// <summary>One course as it grows: everything that the parts of the loader share.</summary>
public sealed class DemoRun(SchoolDb db, DemoCalendar calendar, IReadOnlyDictionary<string, Person> people, IReadOnlyList<CastMember> cast, Course course)
{
    private readonly Dictionary<(Guid, Guid), Grade> grades = [];
    private readonly Dictionary<(Guid, Guid), ActivityProgress> progress = [];

    public SchoolDb Db => db;
    public DemoCalendar Calendar => calendar;
    public Instant Now => calendar.Now;
    public IReadOnlyDictionary<string, Person> People => people;
    public Course Course => course;
    public List<DemoActivity> Activities { get; } = [];
    public List<CastMember> Students { get; } = [];
    /// <summary>By their path under the course's folder.</summary>
    public Dictionary<string, StoredFile> Files { get; } = [];

    public CastMember Member(string who) => cast.Single(c => c.Who == who);
    public Guid Id(string who) => people[who].Id;
    public DemoActivity Activity(string linkName) => Activities.Single(a => a.Page.LinkName == linkName);
    public string Link(DemoActivity made) => ActivityLinks.Of(course.Slug, made.Activity.Kind, made.Id);
    public string Link(StoredFile file) => $"/files/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    /// <summary>Chance that is the same at every filling: the demo is one story.</summary>
    public static Random Chance(string what) => new(what.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));

    public Grade Grade(DemoActivity made, string who)
    {
        if (grades.TryGetValue((made.Id, Id(who)), out var grade)) return grade;
        grade = Domain.Grades.Grade.For(made.Id, course.Id, Id(who), Now);
        db.Grades.Add(grades[(made.Id, Id(who))] = grade);
        return grade;
    }

    public bool HasGrade(DemoActivity made, string who, out Grade? grade) => grades.TryGetValue((made.Id, Id(who)), out grade);
    public bool HasProgress(DemoActivity made, string who) => progress.ContainsKey((made.Id, Id(who)));

    public ActivityProgress Progress(DemoActivity made, string who, Instant firstSeen)
    {
        if (progress.TryGetValue((made.Id, Id(who)), out var row)) return row;
        row = ActivityProgress.Begin(made.Activity, Id(who), firstSeen);
        db.Progress.Add(progress[(made.Id, Id(who))] = row);
        return row;
    }

    /// <summary>A time that an author gave, moved into the activity's window; null when that has not come yet.</summary>
    public Instant? InWindow(DemoActivity made, Instant at)
    {
        var opens = (made.Activity.Opens ?? Instant.FromUnixTimeSeconds(0)) + Duration.FromMinutes(20);
        var last = (made.Activity.Due ?? Now + Duration.FromDays(365)) - Duration.FromMinutes(20);
        var within = Instant.Max(opens, Instant.Min(at, last));
        return within < Now - Duration.FromMinutes(1) ? within : null;
    }

    /// <summary>The text with its links to figures, files and activities made real.</summary>
    public RichText Text(string markdown)
    {
        foreach (var (path, file) in Files) markdown = markdown.Replace($"]({path})", $"]({Link(file)})", StringComparison.Ordinal);
        foreach (var made in Activities) markdown = markdown.Replace($"](activity:{made.Page.LinkName})", $"]({Link(made)})", StringComparison.Ordinal);
        return RichText.Markdown(markdown);
    }
}
