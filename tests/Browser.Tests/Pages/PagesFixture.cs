using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Guests;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Pages;

/// <summary>The demo, and in it the few things that its people have not done yet: an import, an invitation, an attempt that runs.</summary>
public sealed class PagesFixture : DemoBrowser
{
    private Dictionary<string, Activity> activities = [];

    protected override IEnumerable<string> Arguments => ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];

    /// <summary>A student who reads in Arabic here.</summary>
    public static string InArabic => Cast.Hana;

    /// <summary>Its doors are open, and nobody has started it.</summary>
    public string NextClass { get; private set; } = "";

    public string Invitation { get; private set; } = "";
    /// <summary>To the next class, for somebody from outside.</summary>
    public string GuestLink { get; private set; } = "";
    public string GuestHome { get; private set; } = "";
    public Guid Import { get; private set; }
    /// <summary>The project teams of statistics.</summary>
    public Guid Groups { get; private set; }
    public Guid Thread { get; private set; }
    public Guid Question { get; private set; }
    public Guid AttemptToMark { get; private set; }
    public Guid Submitter { get; private set; }

    /// <summary>The address of an activity of statistics.</summary>
    public string Of(string title) => ActivityLinks.Of("statistics", activities[title].Kind, activities[title].Id);

    protected override async Task FillSchool()
    {
        await base.FillSchool();
        activities = await Read(db => (from activity in db.Activities
                                       join course in db.Courses on activity.CourseId equals course.Id
                                       where course.Slug == "statistics"
                                       select activity).ToDictionaryAsync(activity => activity.Title));
        await Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(InArabic))).Describe("Hana Kim", "Europe/Oslo", "ar"));
        Import = await BringACourse();
        Groups = await Read(db => db.GroupSets.Select(set => set.Id).FirstAsync());
        Invitation = await Invite("nadia@harbour.example", "Nadia Larsen");
        foreach (var who in new[] { Cast.Mei, InArabic }) await (await SignIn(who)).PostForm(Of(PageRows.Open), []);
        var next = await Read(db => db.ClassSessions.Where(session => session.Starts > Start).OrderBy(session => session.Starts).Select(session => session.ActivityId).FirstAsync());
        NextClass = ActivityLinks.Of("statistics", ActivityKind.ClassSession, next);
        var guest = await Services.GetRequiredService<InviteGuests>().Invite(new Viewer(People[Cast.Amara], false), next, "Ada Byron", null, false, default);
        (GuestLink, GuestHome) = (guest.Value.Address.PathAndQuery, $"/guest/classes/{next}");
        var (open, marked, handedIn) = (activities[PageRows.Open].Id, activities[PageRows.Marked].Id, activities[PageRows.HandedIn].Id);
        Thread = await Read(db => db.Threads.Where(thread => thread.CourseId == activities[PageRows.Open].CourseId).OrderBy(thread => thread.Id).Select(thread => thread.Id).FirstAsync());
        Question = await Read(db => db.Questions.Where(question => question.QuizId == open).OrderBy(question => question.Position).Select(question => question.Id).FirstAsync());
        AttemptToMark = await Read(db => db.Attempts.Where(attempt => attempt.QuizId == marked && attempt.HandedInAt != null).OrderBy(attempt => attempt.Id).Select(attempt => attempt.Id).FirstAsync());
        Submitter = await Read(db => db.Submissions.Where(work => work.ActivityId == handedIn && work.HandedInAt != null).OrderBy(work => work.Id).Select(work => work.PersonId).FirstAsync());
    }

    /// <summary>A visitor who has used the guest's link.</summary>
    public async Task<IPage> OpenAsGuest()
    {
        var page = await Open(null, GuestLink);
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains(GuestHome));
        return page;
    }

    private async Task<Guid> BringACourse()
    {
        var reading = activities["Variances add"];
        var import = Domain.Imports.Import.Ask(reading.CourseId, People[Cast.Amara], Guid.CreateVersion7(), "statistics-2025.imscc", Start);
        import.Finish(reading.CourseId, new ImportReport("Statistics 2025", [new(reading.Id, reading.Kind, reading.Title, "Variance", ImportFate.Made)], []), Start);
        await Write(db => { db.Imports.Add(import); });
        return import.Id;
    }

    private async Task<string> Invite(string email, string name)
    {
        var said = new StringWriter();
        await AddUserCommand.Run(Services, email, name, false, said);
        return new Uri(said.ToString().Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }
}
