using System.Text.Json;
using Lyceum.Domain.Grades;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;
using static Microsoft.Playwright.Assertions;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>Eight people in a class, and a ninth who was not there. With LYCEUM_LONG_TESTS=1 the class takes ten minutes, else as long as all of it needs.</summary>
[Collection(LessonsAlone.Name)]
public sealed class LessonTests(LessonFixture school) : IClassFixture<LessonFixture>
{
    private const int Sampled = 50;

    [Fact]
    public async Task Eight_have_a_lesson_of_everything_and_a_ninth_replays_it_as_they_saw_it_and_gets_the_credit()
    {
        var classId = await school.AddClass(polls: [Lesson.Choice, Lesson.Quiz, Lesson.Word]);
        await using var lesson = new Lesson(school, classId);
        await lesson.Teach();
        if (LessonFixture.IsLong) await lesson.GoesOnUntil(TimeSpan.FromMinutes(10));
        await lesson.Ends();

        await using var hana = await school.Sit(Cast.Hana, At(classId, "/replay"), Devices.Of(300));
        await IsWhatTheEightSaw(lesson, hana);
        await PlaysWithSoundAndPicture(lesson, hana);
        await AnswersAndWatchesToTheEnd(hana.Page);
        // The polls come before it, and are answered by now.
        await hana.SeesRecordedScreen(lesson.Amara, Lesson.AmaraGives.Screen);
        await StandsInTheGradebook(classId, hana.PersonId);
        await SideRoomsAreForThoseWhoWereInThem(lesson, hana, classId);
        if (school.WhyNoFirefox is { } missing) TestContext.Current.TestOutputHelper?.WriteLine($"Nobody sat in Firefox: {missing}");
    }

    /// <summary>Point by point: each of the eight against their own replay, and all against that of the ninth.</summary>
    private static async Task IsWhatTheEightSaw(Lesson lesson, Seat ninth)
    {
        await ninth.Knows("lesson.room().timeline.all.length > 0");
        foreach (var seat in lesson.Seats)
        {
            Assert.Empty(await seat.Ask<string[]>("most => lesson.differsFromOwnReplay(most)", Sampled));
            var seen = await seat.Ask<JsonElement[]>("most => lesson.sharedSamples(most)", Sampled);
            Assert.True(seen.Length > 20, $"{seat.Who} kept {seen.Length} states only.");
            Assert.Empty(await ninth.Ask<string[]>("samples => lesson.differsFrom(samples)", seen));
        }
    }

    /// <summary>At a place where only the host speaks.</summary>
    private static async Task PlaysWithSoundAndPicture(Lesson lesson, Seat ninth)
    {
        await ninth.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await ninth.HearsRecorded(lesson.Amara, Lesson.AmaraGives.Hertz);
        await ninth.HearsRecorded(lesson.Mei, Lesson.MeiGives.Hertz);
        await ninth.SeesRecorded(lesson.Amara, "camera", Lesson.AmaraGives.Camera);
    }

    private static async Task AnswersAndWatchesToTheEnd(IPage hana)
    {
        await hana.Keyboard.PressAsync("Home");
        await hana.GetByRole(AriaRole.Button, new() { Name = "Speed, 1 times" }).ClickAsync();
        await hana.GetByRole(AriaRole.Menuitemradio, new() { Name = "3×" }).ClickAsync();
        foreach (var poll in new[] { Lesson.Choice, Lesson.Quiz, Lesson.Word })
        {
            var question = hana.Locator(".room-poll");
            await Expect(question).ToContainTextAsync(poll.Question, new() { Timeout = 300_000 });
            if (poll.Options.IsEmpty) await question.GetByLabel("Your word").FillAsync("short");
            else await question.GetByText(poll.Options[0]).ClickAsync();
            await question.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        }
        await Expect(hana.Locator(".room-head")).ToContainTextAsync("you have the credit for this class", new() { Timeout = 300_000 });
    }

    /// <summary>By itself, as soon as the last that was watched has come to the school.</summary>
    private async Task StandsInTheGradebook(Guid classId, Guid personId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var now = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await school.Read(db => db.Grades.AnyAsync(g => g.ActivityId == classId && g.PersonId == personId && g.State == GradeState.Scored && g.Score == 10))) await now.WaitForNextTickAsync(patience.Token);
    }

    private async Task SideRoomsAreForThoseWhoWereInThem(Lesson lesson, Seat ninth, Guid classId)
    {
        const string rooms = "() => [...new Set(lesson.room().timeline.all.map(e => e.event).filter(e => e.type === 'inBreakout').map(e => e.room))]";
        Assert.Empty(await ninth.Ask<int[]>(rooms));
        Assert.Equal(2, (await lesson.Amara.Ask<int[]>(rooms)).Length);
        Assert.Single(await lesson.Mei.Ask<int[]>(rooms));
        await lesson.Mei.Page.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString());
        await lesson.Mei.Page.Locator(".breakout-band").ClickAsync();
        await Expect(lesson.Mei.Page.Locator(".room-titles h1")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Room [12]$"));
    }
}
