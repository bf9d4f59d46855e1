using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Courses;

/// <summary>Who is falling behind, and why; for those who teach and grade.</summary>
public sealed class ProgressPage(ReadProgress read) : SchoolPage
{
    public CourseAccess In { get; private set; } = null!;
    public int Weeks { get; private set; }
    public int? Current { get; private set; }
    public IReadOnlyList<StudentProgress> Students { get; private set; } = [];

    public IEnumerable<StudentProgress> Needy => Students.Where(student => student.Found.Need != Need.None);
    public IEnumerable<StudentProgress> OnPlan => Students.Where(student => student.Found.Need == Need.None);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await read.Of(slug, Viewer, ct) is not { } found) return NotFound();
        (In, Weeks, Current, Students) = (found.In, found.Weeks, found.Now, found.Students);
        return Page();
    }

    public string Why(NeedFound found) => found.Reason switch
    {
        NeedReason.StoppedHandingIn => T.Count("{0} task not handed in, since {1}", "{0} tasks in a row not handed in, since {1}", found.Count, found.Title),
        NeedReason.MissesClasses => T.Count("Missed {0} class and did not replay it", "Missed {0} of the last classes and replayed none of them", found.Count),
        NeedReason.NotSeen => found.Count == 0 ? T["Never seen in this course"] : T.Count("Not seen for {0} day", "Not seen for {0} days", found.Count),
        NeedReason.ScoresFall => T.Count("{0} quiz score lower than before", "{0} quiz scores, each lower than the one before", found.Count),
        NeedReason.BehindWork => T.Count("{0} thing is past its time", "{0} things are past their time", found.Count),
        _ => T["On the plan"],
    };

    public string PresenceWord(ClassPresence presence) => presence switch
    {
        ClassPresence.Live => T["live"],
        ClassPresence.Replay => T["replay"],
        ClassPresence.Missed => T["missed"],
        _ => T["still open"],
    };

    /// <summary>A week in words, for who does not see the bar.</summary>
    public string Say(StudentWeek week) =>
        string.Join(", ", week.Classes.Select(PresenceWord).Append(T["{0} % of the work", (int)Math.Round(week.Done * 100)]));
}
