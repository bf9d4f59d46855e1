using static Lyceum.Browser.Tests.Pages.Walker;

namespace Lyceum.Browser.Tests.Pages;

internal enum Walker { Visitor, Guest, Student, Instructor, Staff }

/// <summary>One page of the running application, an address of it in the demo, and who uses it.</summary>
internal sealed record PageRow(string Route, Func<PagesFixture, string> Address, params Walker[] Who)
{
    /// <summary>What stands on the page once its script has drawn it.</summary>
    public string? Ready { get; init; }
}

internal static class PageRows
{
    public const string Open = "Checkpoint 9, standard error";
    public const string Marked = "Checkpoint 8, variance";
    public const string HandedIn = "Problem set 7";

    private const string Reading = "Why averages settle down";
    private const string Lecture = "Lecture 8, variance";
    private const string PastClass = "Sampling distributions";
    private const string Discussion = "Where does n = 30 come from?";

    public static readonly PageRow[] All =
    [
        new("/welcome", _ => "/welcome", Visitor),
        new("/signin", _ => "/signin", Visitor),
        new("/signin/forgotten", _ => "/signin/forgotten", Visitor),
        new("/account/invitation", school => school.Invitation, Visitor),
        new("/account/password", _ => "/account/password", Visitor),
        new("/unsubscribe", _ => "/unsubscribe?token=unknown", Visitor),
        new("/status/{code:int}", _ => "/status/404", Visitor, Student),
        new("/signout", _ => "/signout", Student),
        new("/me", _ => "/me", Student),
        new("/me/connection", _ => "/me/connection", Student) { Ready = "connection-check .check-parts" },
        new("/", _ => "/", Student, Instructor, Staff),
        new("/calendar", _ => "/calendar", Student, Instructor),
        new("/messages", _ => "/messages", Student, Instructor),
        new("/search", _ => "/search?q=standard+error", Student, Instructor),
        new("/search", _ => "/search?q=nothingofthekind", Visitor),

        new("/courses", _ => "/courses", Visitor, Student, Instructor),
        new("/courses/new", _ => "/courses/new", Instructor),
        new("/courses/{slug}", _ => "/courses/statistics", Visitor, Student, Instructor, Staff),
        new("/courses/{slug}", _ => "/courses/writing", Visitor, Student),
        new("/courses/{slug}/edit", _ => "/courses/statistics/edit", Instructor),
        new("/courses/{slug}/settings", _ => "/courses/statistics/settings", Instructor),
        new("/courses/{slug}/people", _ => "/courses/statistics/people", Student, Instructor),
        new("/courses/{slug}/people/groups", _ => "/courses/statistics/people/groups", Student, Instructor),
        new("/courses/{slug}/people/groups/{set:guid}", school => $"/courses/statistics/people/groups/{school.Groups}", Student, Instructor),
        new("/courses/{slug}/progress", _ => "/courses/statistics/progress", Instructor),
        new("/courses/{slug}/import", _ => "/courses/statistics/import", Instructor),
        new("/imports/{id:guid}", school => $"/imports/{school.Import}", Instructor),
        new("/courses/{slug}/grades", _ => "/courses/statistics/grades", Student, Instructor),
        new("/courses/{slug}/grades/rules", _ => "/courses/statistics/grades/rules", Instructor),

        new("/courses/{slug}/readings/{id:guid}", school => school.Of(Reading), Student),
        new("/courses/{slug}/readings/{id:guid}/edit", school => school.Of(Reading) + "/edit", Instructor),
        new("/courses/{slug}/lectures/{id:guid}", school => school.Of(Lecture), Student),
        new("/courses/{slug}/lectures/{id:guid}/edit", school => school.Of(Lecture) + "/edit", Instructor),

        new("/courses/{slug}/assignments/{id:guid}", school => school.Of("Problem set 8"), Student),
        new("/courses/{slug}/assignments/{id:guid}", school => school.Of(HandedIn), Student),
        new("/courses/{slug}/assignments/{id:guid}/edit", school => school.Of(HandedIn) + "/edit", Instructor),
        new("/courses/{slug}/assignments/{id:guid}/submissions", school => school.Of(HandedIn) + "/submissions", Instructor),
        new("/courses/{slug}/assignments/{id:guid}/submissions/{person:guid}", school => $"{school.Of(HandedIn)}/submissions/{school.Submitter}", Instructor),

        new("/courses/{slug}/quizzes/{id:guid}", school => school.Of(Open), Student, Instructor),
        new("/courses/{slug}/quizzes/{id:guid}/attempt", school => school.Of(Open) + "/attempt", Student) { Ready = "#all-questions [aria-current]" },
        new("/courses/{slug}/quizzes/{id:guid}/attempts/{number:int}", school => school.Of(Marked) + "/attempts/1", Student),
        new("/courses/{slug}/quizzes/{id:guid}/edit", school => school.Of(Open) + "/edit", Instructor),
        new("/courses/{slug}/quizzes/{id:guid}/edit/question/{question:guid?}", school => $"{school.Of(Open)}/edit/question/{school.Question}", Instructor),
        new("/courses/{slug}/quizzes/{id:guid}/import", school => school.Of(Open) + "/import", Instructor),
        new("/courses/{slug}/quizzes/{id:guid}/marking", school => school.Of(Marked) + "/marking", Instructor),
        new("/courses/{slug}/quizzes/{id:guid}/marking/{attempt:guid}", school => $"{school.Of(Marked)}/marking/{school.AttemptToMark}", Instructor),

        new("/courses/{slug}/discussions/{id:guid?}", school => "/courses/statistics/discussions", Student),
        new("/courses/{slug}/discussions/{id:guid?}", school => school.Of(Discussion), Student, Instructor),
        new("/courses/{slug}/discussions/{id:guid}/edit", school => school.Of(Discussion) + "/edit", Instructor),
        new("/courses/{slug}/threads/{id:guid}", school => $"/courses/statistics/threads/{school.Thread}", Student, Instructor),

        new("/courses/{slug}/classes", _ => "/courses/statistics/classes", Student, Instructor),
        new("/courses/{slug}/classes/plan", _ => "/courses/statistics/classes/plan", Instructor),
        new("/courses/{slug}/classes/{id:guid}", school => school.NextClass, Student, Instructor),
        new("/courses/{slug}/classes/{id:guid}/edit", school => school.NextClass + "/edit", Instructor),
        new("/courses/{slug}/classes/{id:guid}/room", school => school.NextClass + "/room", Student, Instructor) { Ready = ".room-head" },
        new("/courses/{slug}/classes/{id:guid}/replay", school => school.Of(PastClass) + "/replay", Student, Instructor) { Ready = ".room-head" },
        new("/courses/{slug}/classes/{id:guid}/attendance", school => school.Of(PastClass) + "/attendance", Instructor),

        new("/courses/{slug}/classes/{id:guid}/recording", school => school.Of(PastClass) + "/recording", Instructor),
        new("/courses/{slug}/classes/{id:guid}/removal", school => school.Of(PastClass) + "/removal", Student),
        new("/courses/{slug}/classes/{id:guid}/shared-notes", school => school.Of(PastClass) + "/shared-notes", Student, Instructor),
        new("/courses/{slug}/classes/{id:guid}/presentations", school => school.NextClass + "/presentations", Student, Instructor),
        new("/courses/{slug}/classes/{id:guid}/guests", school => school.NextClass + "/guests", Instructor),
        new("/courses/{slug}/classes/{id:guid}/captions", school => school.NextClass + "/captions", Instructor),
        new("/courses/{slug}/classes/{id:guid}/reuse", school => school.Of(PastClass) + "/reuse", Instructor),
        new("/guest", _ => "/guest", Visitor),
        new("/guest/{token:length(43)}", school => school.GuestLink, Visitor, Guest),
        new("/guest/classes/{id:guid}", school => school.GuestHome, Guest),
        new("/guest/classes/{id:guid}/{mode:regex(^(room|replay)$)}", school => school.GuestHome + "/room", Guest) { Ready = ".room-head" },
        new("/courses/{slug}/recordings", _ => "/courses/statistics/recordings", Instructor, Staff),
        new("/courses/{slug}/podcast", _ => "/courses/statistics/podcast", Student),

        new("/school", _ => "/school", Staff),
        new("/school/help", _ => "/school/help", Staff),
        new("/school/import", _ => "/school/import", Staff),
        new("/dev/mail", _ => "/dev/mail", Staff),
        new("/dev/media", _ => "/dev/media", Staff),
        new("/dev/parts", _ => "/dev/parts", Staff),
    ];
}
