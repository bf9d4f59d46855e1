using Lyceum.Browser.Tests.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Grades;
using Lyceum.Interop.Tests;
using Lyceum.Tests.Cartridges;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Stories;

/// <summary>A course brought along, a term planned, one class of it taught, and the same class for somebody who was not there.</summary>
public sealed class TermStory(ClassroomFixture school) : IClassFixture<ClassroomFixture>
{
    private const string Median = "Same for the median?";
    private const string Spread = "Look at the spread.";

    [Fact]
    public async Task An_instructor_imports_a_course_plans_eight_classes_teaches_one_and_who_was_absent_replays_it_for_the_credit()
    {
        var amara = await school.Open(Cast.Amara, "/courses/statistics/import");
        await Import(amara, "means.imscc", new SampleCartridge().ToArray(), "The mean");
        await PlansEightWeeks(amara);
        var classId = await TheSeventhIsAfterTheChangeOfClocks();
        // Four months later nobody is signed in any more.
        amara = await school.Open(Cast.Amara, ClassroomFixture.At(classId, "/edit"));
        await Prepares(amara);
        await Teaches(amara, classId);
        await ReplaysForTheCredit(classId);
    }

    [Fact]
    public async Task A_real_course_that_nobody_here_wrote_is_imported_and_its_pages_open()
    {
        var cartridge = await File.ReadAllBytesAsync(Path.Combine(Corpora.Folder("cartridges"), "allyworkshop.imscc"));
        var ruth = await school.Open(Cast.Ruth, "/school/import");
        await Import(ruth, "allyworkshop.imscc", cartridge, "What is ALLY?");
        await Expect(ruth.Locator(".prose img").First).ToHaveJSPropertyAsync("complete", true);
        await ruth.SaveScreens("import-real-reading");
    }

    private static async Task Import(IPage page, string name, byte[] content, string opens)
    {
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.Locator("form.upload button").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What was imported" }).WaitForAsync(new() { Timeout = 120_000 });
        await page.SaveScreens("import-done");
        await page.GetByRole(AriaRole.Link, new() { Name = opens }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = opens }).First.WaitForAsync();
    }

    private async Task PlansEightWeeks(IPage amara)
    {
        await amara.GotoAsync(At("/courses/statistics/classes/plan"));
        await amara.GetByLabel("What the classes are called").FillAsync("Spring classes");
        await amara.GetByLabel("From", new() { Exact = true }).FillAsync("2027-02-16");
        await amara.GetByLabel("Weeks", new() { Exact = true }).FillAsync("8");
        await amara.GetByLabel("For, in minutes").FillAsync("30");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).ClickAsync();
        await Expect(amara.GetByText("Sun 28 Mar, Oslo goes to summer time")).ToBeVisibleAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Publish 8" }).ClickAsync();
        await Expect(amara.GetByText("8 classes are planned.")).ToBeVisibleAsync();
    }

    /// <summary>Always at 18:00 in Oslo, where summer begins on 28 March.</summary>
    private async Task<Guid> TheSeventhIsAfterTheChangeOfClocks()
    {
        var classes = await school.Read(db => db.ClassSessions.OrderBy(one => one.Starts).Select(one => new { one.ActivityId, one.Starts }).ToListAsync());
        Assert.Equal(8, classes.Count);
        var oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        Assert.All(classes, one => Assert.Equal(new LocalTime(18, 0), one.Starts.InZone(oslo).TimeOfDay));
        Assert.Equal([17, 17, 17, 17, 17, 17, 16, 16], classes.Select(one => one.Starts.InUtc().Hour));
        school.Clock.Reset(classes[6].Starts - Duration.FromMinutes(5));
        return classes[6].ActivityId;
    }

    private async Task Prepares(IPage amara)
    {
        await amara.GetByLabel("Plan of the class").FillAsync("Recap 10\nThe theorem 20");
        await amara.GetByLabel("Polls", new() { Exact = true }).FillAsync($"{Poll.Question}\n" + string.Join('\n', Poll.Options.Select((option, i) => $"{(Poll.Correct.Contains(i) ? '*' : '-')} {option}")));
        await amara.Locator("#Deck").SetInputFilesAsync(new FilePayload { Name = "Sampling.pdf", MimeType = "application/pdf", Buffer = await school.MakeSlides() });
        await amara.GetByLabel("Minutes to be there").FillAsync("25");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(amara.GetByText("Saved.")).ToBeVisibleAsync();
    }

    /// <summary>Three students: Mei is there, Jonas loses the line twice, Lucía comes late.</summary>
    private async Task Teaches(IPage amara, Guid classId)
    {
        await amara.GotoAsync(At(ClassroomFixture.At(classId, "/room")));
        var mei = await school.Open(Cast.Mei, ClassroomFixture.At(classId));
        await Expect(mei.Locator("[data-presenter]")).ToContainTextAsync("Dr. Amara Okafor is here");
        await mei.AssertAccessible();
        await mei.SaveScreens("lobby");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await mei.WaitForURLAsync("**/room");
        await mei.IsLive();
        var jonas = await school.Open(Cast.Jonas, ClassroomFixture.At(classId, "/room"));
        await jonas.IsLive();
        school.Clock.Advance(Duration.FromMinutes(5));
        await amara.Keyboard.PressAsync("ArrowRight");
        foreach (var room in new[] { amara, mei, jonas }) await room.SeesSlide(2);

        // Jonas loses the line, and what he writes meanwhile waits for it.
        await LosesTheLine(jonas);
        await jonas.Write(Median);
        await amara.Write(Spread);
        await amara.Keyboard.PressAsync("Escape");
        await amara.Keyboard.PressAsync("ArrowRight");
        await jonas.Context.SetOfflineAsync(false);
        await Expect(mei.Line(Median)).ToHaveCountAsync(1);
        await Expect(jonas.Line(Spread)).ToHaveCountAsync(1);
        await jonas.SeesSlide(3);

        await mei.Ask("Why the square root?");
        await jonas.Tab("Questions");
        await jonas.GetByRole(AriaRole.Button, new() { NameRegex = new("^Vote for this question") }).ClickAsync();
        await amara.Tab("Questions");
        await Expect(amara.Locator(".room-vote")).ToHaveTextAsync("1");
        school.Clock.Advance(Duration.FromMinutes(5));

        // The second time in the middle of a poll: the answer is given without a line.
        await mei.GetByRole(AriaRole.Button, new() { Name = "Raise hand" }).ClickAsync();
        await amara.Tab("Polls");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Open poll" }).ClickAsync();
        await Expect(jonas.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await LosesTheLine(jonas);
        foreach (var room in new[] { jonas, mei })
        {
            await room.Locator(".room-stage").GetByText("It doubles").ClickAsync();
            await room.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        }
        await jonas.Context.SetOfflineAsync(false);
        await Expect(amara.Locator(".room-card[data-wide]")).ToContainTextAsync("2 of 2");

        // Lucía comes late and sees it all, and can go back to the start.
        var lucia = await school.Open(Cast.Lucia, ClassroomFixture.At(classId, "/room"));
        await Expect(lucia.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await lucia.Keyboard.PressAsync("1");
        await lucia.Keyboard.PressAsync("Enter");
        await Expect(lucia.Line(Median)).ToHaveCountAsync(1);
        await lucia.GetByRole(AriaRole.Slider).FocusAsync();
        await lucia.Keyboard.PressAsync("Home");
        await Expect(lucia.GetByText("behind", new() { Exact = false }).First).ToBeVisibleAsync();
        await lucia.SeesSlide(1);
        await lucia.GetByRole(AriaRole.Button, new() { Name = "back to live" }).ClickAsync();
        await lucia.SeesSlide(3);

        await amara.Locator(".room-card[data-wide]").GetByRole(AriaRole.Button, new() { Name = "Show the result" }).ClickAsync();
        await Expect(lucia.Locator(".room-film-poll")).ToContainTextAsync("It doubles");
        await amara.AssertAccessible();
        await lucia.AssertAccessible();
        await amara.SaveScreens("host");
        await mei.SaveScreens("room");

        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.Tab("Questions");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Answer now" }).ClickAsync();
        await Expect(mei.Locator(".room-question[data-now]")).ToContainTextAsync("Answering now");
        await amara.Locator(".room-question").GetByRole(AriaRole.Button, new() { Name = "Answered" }).ClickAsync();
        await Expect(mei.Locator(".room-question[data-answered]")).ToHaveCountAsync(1);
        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        foreach (var room in new[] { amara, mei, jonas, lucia })
        {
            await Expect(room.Locator(".room-pill")).ToHaveTextAsync("Replay");
            await room.Context.CloseAsync();
        }
        var state = await school.StateOf(classId);
        Assert.Equal(ClassPhase.Ended, state.Phase);
        Assert.Equal([Median, Spread], state.Chat.Select(line => line.Text).OrderDescending());
        Assert.Equal(3, state.Polls.Single().AnsweredLive);
    }

    private async Task ReplaysForTheCredit(Guid classId)
    {
        school.Clock.Advance(Duration.FromHours(3));
        var hana = await school.Open(Cast.Hana, ClassroomFixture.At(classId));
        await hana.AssertAccessible();
        await hana.SaveScreens("lobby-held");
        await hana.Context.Clock.InstallAsync(new() { TimeDate = school.Clock.GetCurrentInstant().ToDateTimeUtc() });
        await hana.GetByRole(AriaRole.Link, new() { Name = "Replay the class" }).ClickAsync();
        await Expect(hana.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await hana.SeesSlide(1);
        await hana.Tab("Chat");
        await Expect(hana.Line(Spread)).ToHaveCountAsync(0);

        // At three times the speed up to the poll, and no further.
        await hana.GetByRole(AriaRole.Button, new() { Name = "Speed, 1 times" }).ClickAsync();
        await hana.GetByRole(AriaRole.Menuitemradio, new() { Name = "3×" }).ClickAsync();
        await hana.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await Watch(hana, minutes: 4);
        await Expect(hana.Locator(".room-poll h2")).ToHaveTextAsync(Poll.Question);
        await Expect(hana.Line(Spread)).ToHaveCountAsync(1);
        await Expect(hana.Locator(".room-tally")).ToHaveCountAsync(0);
        await hana.GetByRole(AriaRole.Slider).FocusAsync();
        await hana.Keyboard.PressAsync("End");
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync("10:00");
        await hana.AssertAccessible();
        await hana.SaveScreens("replay-poll");

        await hana.Locator(".room-poll").GetByText("It halves").ClickAsync();
        await hana.Locator(".room-poll").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(hana.Locator(".room-film-poll")).ToContainTextAsync("2 + 0");
        await Watch(hana, minutes: 1);
        await hana.Ask("Is n = 30 a rule or a habit?");
        await Expect(hana.Locator(".room-question", new() { HasText = "Is n = 30 a rule or a habit?" })).ToContainTextAsync("You, later");
        await Watch(hana, minutes: 8);
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync("30:00");
        await Expect(hana.Locator(".room-head")).ToContainTextAsync("you have the credit for this class");
        await hana.GetByRole(AriaRole.Button, new() { Name = "Hear the answer at 20:00" }).ClickAsync();
        await Expect(hana.Locator(".room-now output")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^20:"));
        await hana.Keyboard.PressAsync("k");
        await hana.AssertAccessible();
        await hana.SaveScreens("replay");

        await hana.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('lyceum.watched') || key.startsWith('lyceum.outbox'))");
        var state = await school.StateOf(classId);
        Assert.Equal((3, 1), (state.Polls.Single().AnsweredLive, state.Polls.Single().AnsweredLater));
        Assert.True(state.Questions.Single(q => q.IsLate).OffsetMs is > 600_000 and < 1_800_000);
        var grade = await school.Read(db => db.Grades.SingleAsync(g => g.ActivityId == classId && g.PersonId == school.People[Cast.Hana]));
        Assert.Equal((1m, GradeState.Scored), (grade.Score, grade.State));
    }

    private static async Task LosesTheLine(IPage room)
    {
        await room.Context.SetOfflineAsync(true);
        await Expect(room.GetByText("Reconnecting… nothing is lost")).ToBeVisibleAsync();
    }

    private async Task Watch(IPage page, int minutes)
    {
        for (var second = 0; second < minutes * 60; second += 10)
        {
            school.Clock.Advance(Duration.FromSeconds(10));
            await page.Context.Clock.RunForAsync(10_000);
        }
    }

    private string At(string path) => new Uri(school.Address, path).ToString();
}
