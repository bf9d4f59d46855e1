using System.Text.RegularExpressions;
using Lyceum.Domain.Classes;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Teaching;

/// <summary>What somebody does who teaches here for the first time, and how many clicks each of it takes; docs/teaching.md says the same.</summary>
public sealed partial class FirstLessonTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private const int Most = 3;
    private Guid classId;
    private IPage jonas = null!;

    [Fact]
    public async Task An_instructor_does_ten_things_in_their_first_class_with_three_clicks_each_at_most()
    {
        classId = await school.AddClass(startsIn: 9);
        await school.Write(db =>
        {
            var session = db.ClassSessions.Single(one => one.ActivityId == classId);
            var slot = PresentationSlot.New(session, 1, "Mei Tanaka", [school.People[Cast.Mei]], 10, null).Value;
            db.PresentationSlots.Add(slot);
            db.SlotPresenters.AddRange(slot.Places());
        });
        var amara = await school.Come(Cast.Amara, "/courses/statistics/classes");
        var clicks = await CountedClicks.On(amara);
        await clicks.Of("Plan the term's classes", () => Plan(amara));
        await Go(amara, At(classId, "/room"));
        await Click(amara, "Start class");
        await amara.IsLive();

        var mei = await Admit(amara, clicks);
        jonas = await LetIn(amara, Cast.Jonas);
        await clicks.Of("Show slides", () => ShowSlides(amara, mei));
        await clicks.Of("Ask a poll made up on the spot", () => AskPoll(amara, mei));
        await clicks.Of("Give the floor to a raised hand, and mute again", () => GiveFloor(amara, mei));
        await clicks.Of("Share the screen", () => Share(amara));
        await clicks.Of("Hand over to the next presenter", () => HandOver(amara, mei));
        await clicks.Of("Answer a question", () => Answer(amara, mei));
        await clicks.Of("Split into groups, and call back", () => Split(amara, mei));
        await clicks.Of("End the class, and see its replay", () => End(amara));

        foreach (var (task, taken) in clicks.OfTasks) Console.WriteLine($"{taken} clicks: {task}");
        Assert.Equal(10, clicks.OfTasks.Count);
        Assert.All(clicks.OfTasks, task => Assert.True(task.Value is > 0 and <= Most, $"{task.Key}: {task.Value} clicks"));
        Assert.Equal(clicks.OfTasks.Select(task => $"{task.Key}: {task.Value}").Order(), Written().Order());
    }

    private static async Task Plan(IPage amara)
    {
        await amara.GetByRole(AriaRole.Link, new() { Name = "Plan the term" }).First.ClickAsync();
        await Click(amara, "Show the dates");
        await amara.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish [0-9]+") }).ClickAsync();
        await Expect(amara.GetByText("are planned.")).ToBeVisibleAsync();
    }

    private async Task<IPage> Admit(IPage amara, CountedClicks clicks)
    {
        IPage mei = null!;
        await clicks.Of("Keep the door, and let in who waits", async () =>
        {
            await amara.Tab("People");
            await Click(amara, "Let people in by hand");
            await school.Until(classId, state => state.Door.IsKept);
            mei = await school.Come(Cast.Mei, At(classId, "/room"));
            await Click(amara, "Let all in");
            await mei.IsLive();
        });
        return mei;
    }

    /// <summary>Another student, who only looks on.</summary>
    private async Task<IPage> LetIn(IPage amara, string who)
    {
        var page = await school.Come(who, At(classId, "/room"));
        await Click(amara, $"Let in {Cast.NameOf(who)}");
        await page.IsLive();
        return page;
    }

    private static async Task ShowSlides(IPage amara, IPage mei)
    {
        await Click(amara, "Slides and board");
        await amara.GetByRole(AriaRole.Menuitemradio, new() { Name = "Sampling distributions.pdf" }).ClickAsync();
        await mei.SeesSlide(1);
    }

    private async Task AskPoll(IPage amara, IPage mei)
    {
        await Click(amara, "Poll");
        await Expect(amara.GetByLabel("Question", new() { Exact = true })).ToBeFocusedAsync();
        await amara.Keyboard.TypeAsync("Ready for the theorem?");
        await amara.Keyboard.PressAsync("Tab");
        await amara.Keyboard.PressAsync("Tab");
        await amara.Keyboard.TypeAsync("Yes\nNot yet");
        await Click(amara, "Ask it now");
        foreach (var student in new[] { mei, jonas })
        {
            await Expect(student.Locator(".room-poll h2")).ToHaveTextAsync("Ready for the theorem?");
            await student.Locator(".room-stage").GetByText("Not yet", new() { Exact = true }).ClickAsync();
            await student.Locator(".room-stage").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        }
        await school.Until(classId, state => state.Polls.Any(poll => poll is { Question: "Ready for the theorem?", Phase: PollPhase.Open, Answers.Count: 2 }));
    }

    private async Task GiveFloor(IPage amara, IPage mei)
    {
        await Click(mei, "Raise hand");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Give the floor to Mei Tanaka" }).First.ClickAsync();
        await Expect(mei.GetByText("You have the floor, and nobody hears you yet.")).ToBeVisibleAsync();
        await mei.Locator(".room-bar").GetByRole(AriaRole.Button, new() { Name = "Unmute" }).ClickAsync();
        await jonas.Hears(1);
        await Expect(jonas.Locator(".room-speaker")).ToContainTextAsync("Mei Tanaka");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Take the floor back from Mei Tanaka" }).First.ClickAsync();
        await school.Until(classId, state => !state.Media.IsOn(school.People[Cast.Mei], MediaSource.Microphone) && state.Media.Forward is null && state.Hands.IsEmpty);
        await jonas.Hears(0);
        await Expect(mei.Locator(".room-controls").GetByRole(AriaRole.Button, new() { Name = "Unmute" })).ToBeVisibleAsync();
        await Expect(jonas.Locator(".room-speaker")).ToContainTextAsync("Dr. Amara Okafor");
    }

    private async Task Share(IPage amara)
    {
        await Click(amara, "Share your screen");
        await school.Until(classId, state => state.Media.IsOn(school.People[Cast.Amara], MediaSource.Screen));
    }

    private static async Task HandOver(IPage amara, IPage mei)
    {
        await Click(amara, "Next presenter: Mei Tanaka");
        await Expect(mei.GetByRole(AriaRole.Timer, new() { Name = "Mei Tanaka presents" })).ToBeVisibleAsync();
    }

    private async Task Answer(IPage amara, IPage mei)
    {
        await mei.Ask("Is n = 30 a rule?");
        await amara.Tab("Questions");
        await Click(amara, "Answer now");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Answered", Exact = true }).ClickAsync();
        await school.Until(classId, state => state.Questions is [{ Phase: QuestionPhase.Answered }]);
    }

    private async Task Split(IPage amara, IPage mei)
    {
        await Click(amara, "Breakouts");
        await amara.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Open [0-9]+ rooms?$") }).ClickAsync();
        await school.Until(classId, state => state.AreBreakoutsOpen());
        await Click(amara, "Call everybody back");
        await school.Until(classId, state => !state.AreBreakoutsOpen());
        await mei.IsLive();
    }

    private static async Task End(IPage amara)
    {
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await Click(amara, "End class");
        await amara.GetByRole(AriaRole.Link, new() { Name = "Open the replay" }).ClickAsync();
        await Expect(amara.Locator(".room-pill")).ToHaveTextAsync("Replay");
        await amara.WaitForURLAsync("**/replay");
    }

    private Task Go(IPage page, string path) => page.GotoAsync(new Uri(school.Address, path).ToString());

    private static Task Click(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>The table in the teaching guide.</summary>
    private static IEnumerable<string> Written()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lyceum.slnx"))) folder = folder.Parent;
        var guide = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "teaching.md"));
        return TableRow().Matches(guide).Select(row => $"{row.Groups["task"].Value}: {row.Groups["clicks"].Value}");
    }

    [GeneratedRegex(@"^\| (?<task>[^|]+) \| (?<clicks>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
