using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>With LYCEUM_LONG_TESTS=1 everybody must be back within three seconds; else it says how long it took.</summary>
[Collection(LessonsAlone.Name)]
public sealed class KilledLessonTests(OwnProcessFixture school) : IClassFixture<OwnProcessFixture>
{
    private const string Before = "Said before", Meanwhile = "Said while nobody answered", After = "Said after";

    [Fact]
    public async Task A_server_killed_amid_a_class_has_everybody_back_by_themselves_with_sound_and_picture_and_the_replay_plays_over_the_gap()
    {
        var classId = await school.AddClass(polls: []);
        await school.MoveOut();
        await using var amara = await school.Sit(Cast.Amara, At(classId, "/room"), Lesson.AmaraGives);
        await using var mei = await school.Sit(Cast.Mei, At(classId, "/room"), Lesson.MeiGives);
        await using var jonas = await school.Sit(Cast.Jonas, At(classId, "/room"), Devices.Of(500));
        Seat[] seats = [amara, mei, jonas];
        await amara.Page.Keyboard.PressAsync("m");
        await amara.Page.Keyboard.PressAsync("v");
        await amara.StartsTheClass();
        await HearAndSee(amara, jonas, mei);
        await mei.Page.Write(Before);
        foreach (var seat in seats) await seat.Knows("state.chat.length === 1 && state.media.tracks.length >= 2");
        foreach (var seat in seats) await seat.Do("() => lesson.watchLine()");
        var killedAt = await amara.Ask<double>("() => lesson.room().edge");

        await school.Kill();
        await mei.Until("() => lesson.room().lineState === 'reconnecting'");
        await mei.Page.Write(Meanwhile);
        await school.Serve();
        var startedAt = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        foreach (var seat in seats) await seat.Until("() => lesson.backAt.length > 0");
        var back = await Task.WhenAll(seats.Select(seat => seat.Ask<long>("() => lesson.backAt[0]")));
        TestContext.Current.TestOutputHelper?.WriteLine($"Back {string.Join(", ", back.Select(at => at - startedAt))} ms after the server listened again.");
        if (LessonFixture.IsLong) Assert.All(back, at => Assert.True(at - startedAt <= 3_000));
        await HearAndSee(amara, jonas, mei);
        await amara.Page.Write(After);
        foreach (var seat in seats) await seat.Knows("JSON.stringify(state.chat.map(line => line.text)) === JSON.stringify(it)", new[] { Before, Meanwhile, After });
        var goesOnAt = await amara.Ask<double>("() => lesson.room().edge");

        await amara.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.Page.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        foreach (var seat in seats) await seat.Knows("state.phase === 'ended'");
        await LogIsWhole(classId);
        await PlaysOverTheGap(amara, await school.Sit(Cast.Hana, At(classId, "/replay"), Devices.Of(300)), killedAt, goesOnAt);
    }

    private static async Task HearAndSee(Seat host, params Seat[] others)
    {
        foreach (var seat in others)
        {
            await seat.Hears(host, Lesson.AmaraGives.Hertz);
            await seat.Sees(host, "camera", Lesson.AmaraGives.Camera);
        }
    }

    /// <summary>No number is missing, and none is there twice.</summary>
    private async Task LogIsWhole(Guid classId)
    {
        var log = await school.Read(db => db.ClassEvents.Where(e => e.ClassId == classId).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log);
    }

    private static async Task PlaysOverTheGap(Seat host, Seat ninth, double killedAt, double goesOnAt)
    {
        await using (ninth)
        {
            await ninth.Knows("lesson.room().timeline.all.length > 0");
            await ninth.Do("at => { lesson.room().seek(at); lesson.room().playhead.play(); }", Math.Max(0, killedAt - 3_000));
            await ninth.HearsRecorded(host, Lesson.AmaraGives.Hertz);
            await ninth.Until("at => lesson.room().playhead.position > at", goesOnAt - 1_500);
            await ninth.HearsRecorded(host, Lesson.AmaraGives.Hertz);
            await ninth.SeesRecorded(host, "camera", Lesson.AmaraGives.Camera);
        }
    }
}
