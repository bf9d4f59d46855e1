using System.Text.RegularExpressions;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Slots;

public sealed class PresentStoryTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private const string Pair = "Jonas Weber, Lucía Fernández";
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task Students_bring_slides_present_in_their_turn_and_read_how_it_was()
    {
        await AddAssignment();
        var classId = await school.AddClass(startsIn: 9);
        var amara = await school.Open(Cast.Amara, At(classId, "/presentations"));
        await Add(amara, "Mei Tanaka");
        await Add(amara, "Jonas Weber", "Lucía Fernández");
        await amara.GetByLabel("Assignment").SelectOptionAsync("Project talk");
        await amara.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("presentations");

        var mei = await school.Open(Cast.Mei, At(classId));
        await mei.GetByRole(AriaRole.Link, new() { Name = "The queue, and the slides of whoever presents" }).ClickAsync();
        await mei.GetByLabel("Slides, as a PDF").SetInputFilesAsync(new FilePayload { Name = "Bus times.pdf", MimeType = "application/pdf", Buffer = await school.MakeSlides() });
        await mei.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Link, new() { Name = "Bus times.pdf" })).ToBeVisibleAsync();

        var jonas = await Present(classId, amara, mei);
        await EndClass(classId, amara);
        await Judge(classId, amara, mei, jonas);
        await ReadInReplay(classId, mei);
    }

    private async Task<IPage> Present(Guid classId, IPage amara, IPage mei)
    {
        await Go(amara, At(classId, "/room"));
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await Go(mei, At(classId, "/room"));
        await mei.IsLive();
        var jonas = await school.Open(Cast.Jonas, At(classId, "/room"));
        await jonas.IsLive();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Next presenter: Mei Tanaka" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Timer, new() { Name = "Mei Tanaka presents" })).ToBeVisibleAsync(Patiently);
        await mei.SeesSlide(1);
        await mei.GetByRole(AriaRole.Button, new() { Name = "Next slide" }).ClickAsync();
        await jonas.SeesSlide(2);
        await Expect(jonas.GetByRole(AriaRole.Timer, new() { Name = "Mei Tanaka presents" })).ToContainTextAsync("left");
        await amara.AssertAccessible();
        await amara.SaveScreens("room-presents-host");
        await mei.SaveScreens("room-presents");

        // By keys alone: to the next, and back from the last.
        var primary = amara.GetByRole(AriaRole.Button, new() { Name = $"Next presenter: {Pair}" });
        await primary.FocusAsync();
        await amara.Keyboard.PressAsync("Enter");
        await Expect(mei.GetByRole(AriaRole.Timer, new() { Name = $"{Pair} presents" })).ToBeVisibleAsync(Patiently);
        await Expect(amara.GetByRole(AriaRole.Button, new() { Name = $"End the slot of {Pair}" })).ToBeFocusedAsync();
        await Expect(amara.Locator("[data-spoken]")).ToContainTextAsync($"{Pair} presents now.");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Next slide" })).ToBeVisibleAsync();
        await school.Until(classId, state => state.RunningSlot() is { } slot && state.Media.Presenters.SequenceEqual(slot.Presenters));
        // A press right after a hand-over is taken for the second half of the one before.
        await Expect(amara.GetByRole(AriaRole.Timer, new() { Name = $"{Pair} presents" })).ToContainTextAsync(new Regex("9:(5[0-7]|[0-4])"));
        await amara.Keyboard.PressAsync("Escape");
        await amara.Keyboard.PressAsync("s");
        await school.Until(classId, state => state is { Slots.Length: 2, Media.Presenters.IsEmpty: true } && state.RunningSlot() is null);
        return jonas;
    }

    private async Task EndClass(Guid classId, IPage amara)
    {
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.EndedAt is not null);
    }

    private async Task Judge(Guid classId, IPage amara, IPage mei, IPage jonas)
    {
        await Go(jonas, At(classId, "/presentations"));
        var ofMei = jonas.Locator(".slot-list > li", new() { HasText = "Mei Tanaka" });
        await ofMei.GetByLabel("Argument").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await ofMei.GetByLabel("What was good, and what would make it better").FillAsync("Clear pictures, too fast at the end.");
        await ofMei.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(ofMei.GetByText("Change what you said")).ToBeVisibleAsync();
        await jonas.AssertAccessible();

        await Go(amara, At(classId, "/presentations"));
        var graded = amara.Locator(".slot-list > li", new() { HasText = "Mei Tanaka" });
        await Expect(graded.GetByText("too fast at the end")).ToBeVisibleAsync();
        await graded.GetByLabel("Argument").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await graded.GetByLabel("Comment").FillAsync("Well argued.");
        await graded.GetByLabel("Release it to those who presented").CheckAsync();
        await graded.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(graded.GetByText("Graded and released")).ToBeVisibleAsync();
        await amara.AssertAccessible();
        await amara.SaveScreens("presentations-graded");
        await Go(amara, "/courses/statistics/grades");
        await Expect(amara.Locator("button.cell[aria-label^='Project talk, Mei Tanaka']")).ToContainTextAsync("20");

        await Go(mei, "/messages");
        await mei.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Your presentation Mei Tanaka is back: 20 of 20") }).ClickAsync();
        await Expect(mei.GetByText("Well argued.")).ToBeVisibleAsync();
        await Expect(mei.GetByText("too fast at the end")).ToBeVisibleAsync();
        await mei.AssertAccessible();
    }

    private async Task ReadInReplay(Guid classId, IPage mei)
    {
        await Go(mei, At(classId, "/replay"));
        await Expect(mei.Locator(".room-pill")).ToHaveTextAsync("Replay");
        var chapters = mei.Locator(".room-chapters");
        await Expect(chapters.GetByRole(AriaRole.Button, new() { Name = "Mei Tanaka" })).ToHaveCountAsync(1);
        await Expect(chapters.GetByRole(AriaRole.Button, new() { Name = Pair })).ToHaveCountAsync(1);
        await chapters.GetByRole(AriaRole.Button, new() { Name = Pair }).DispatchEventAsync("click");
        await Expect(mei.GetByRole(AriaRole.Timer, new() { Name = $"{Pair} presents" })).ToBeVisibleAsync(Patiently);
    }

    private Task Go(IPage page, string path) => page.GotoAsync(new Uri(school.Address, path).ToString());

    private static async Task Add(IPage page, params string[] who)
    {
        foreach (var name in who) await page.GetByLabel(name).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = string.Join(", ", who) })).ToBeVisibleAsync();
    }

    private async Task AddAssignment()
    {
        var activity = await school.AddActivity(ActivityKind.Assignment, "Project talk", points: 20);
        var assignment = Assignment.For(activity);
        assignment.GradeBy(Rubric.Of([new(Guid.CreateVersion7(), "Argument", [new(0, "None"), new(2, "Some"), new(4, "Clear")])]).Value);
        await school.Write(db => { db.Assignments.Add(assignment); });
    }
}
