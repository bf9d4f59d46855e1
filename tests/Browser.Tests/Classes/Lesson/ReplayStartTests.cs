using System.Diagnostics;
using System.Net;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>
/// A recorded class, opened by a browser that has nothing of it yet over a slow 4G line (1.6 Mbit/s, 150 ms), while others replay it. With
/// LYCEUM_LONG_TESTS=1 twenty times and beside 200 others, and it says how long it took.
/// </summary>
public sealed class ReplayStartTests(LiveClassroomFixture school) : IClassFixture<LiveClassroomFixture>
{
    private static readonly int Times = LessonFixture.IsLong ? 20 : 1, Others = LessonFixture.IsLong ? 200 : 4;

    /// <summary>When the page could be played and Play was pressed, when its first picture was on the screen and went on, in milliseconds from the way there, and the bytes until then.</summary>
    private const string Measure = """
        () => new Promise(done => {
          let pressed = 0;
          const look = () => {
            const play = document.querySelector('[data-is=play]:not([disabled])');
            if (play && !pressed && document.querySelector('.room-head')) { pressed = performance.now(); play.click(); }
            const video = document.querySelector('video.room-picture');
            if (pressed && video && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.currentTime > 0) return done([pressed, performance.now(), performance.getEntriesByType('resource').reduce((sum, r) => sum + r.transferSize, 0)]);
            if (performance.now() > 90_000) return done([pressed, -1, 0]);
            requestAnimationFrame(look);
          };
          look();
        })
        """;

    [Fact]
    public async Task A_replay_plays_soon_after_it_is_opened_over_a_slow_line()
    {
        var classId = await Held();
        using var over = new CancellationTokenSource();
        var others = await Replay(classId, over.Token);
        List<double> ready = [], played = [], bytes = [];
        await using var browser = await school.Launch();
        for (var time = 0; time < Times; time++)
        {
            var page = await school.Open(browser, Cast.Jonas, "/courses");
            var line = await page.Context.NewCDPSessionAsync(page);
            await line.SendAsync("Network.enable");
            await line.SendAsync("Network.clearBrowserCache");
            await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750 });
            await page.GotoAsync(new Uri(school.Address, At(classId, "/replay")).ToString(), new() { WaitUntil = WaitUntilState.Commit });
            var at = await page.EvaluateAsync<double[]>(Measure);
            ready.Add(at[0]);
            played.Add(at[1]);
            bytes.Add(at[2]);
            await page.Context.CloseAsync();
        }
        await over.CancelAsync();
        await Task.WhenAll(others);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Beside {Others} others, of {Times}: ready to be played p95 {P95(ready):0} ms, first picture p95 {P95(played):0} ms after the way there, p95 {P95([.. played.Zip(ready, (p, r) => p - r)]):0} ms after the press, with {P95(bytes) / 1000:0} kB by then.");
        Assert.All(played, ms => Assert.True(ms > 0, "A replay did not play within a minute and a half."));
        if (LessonFixture.IsLong) Assert.InRange(P95([.. played.Zip(ready, (p, r) => p - r)]), 0, 1_000);
    }

    private async Task<Guid> Held()
    {
        var classId = await school.AddClass();
        var amara = await school.Come(Cast.Amara, At(classId, "/room"));
        // Camera and microphone are on before the class begins, so that the recordings begin with it.
        await amara.Keyboard.PressAsync("m");
        await amara.Keyboard.PressAsync("v");
        await school.Until(classId, state => state.Media.On.Values.Sum(on => on.Length) == 2);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Start class" }).ClickAsync();
        await amara.IsLive();
        await school.Until(classId, state => state.Media.Tracks.Length >= 2);
        var started = Stopwatch.StartNew();
        await school.Until(classId, state => state.Media.Voices.Count > 0 && started.Elapsed.TotalSeconds > 5);
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Media.Tracks.All(track => track.HasEnded));
        await amara.CloseAsync();
        return classId;
    }

    /// <summary>Others who take the recordings at the pace of playing, over and over.</summary>
    private async Task<List<Task>> Replay(Guid classId, CancellationToken over)
    {
        var http = await school.SignInAnew(Cast.Mei);
        var tracks = (await school.StateOf(classId)).Media.Tracks.Select(track => At(classId, $"/tracks/{track.Id}")).ToList();
        return [.. Enumerable.Range(0, Others).Select(i => Task.Run(() => Take(http, tracks[i % tracks.Count], over), CancellationToken.None))];
    }

    private static async Task Take(HttpClient http, string track, CancellationToken over)
    {
        const int BytesASecond = 100_000;
        var buffer = new byte[BytesASecond / 10];
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (true)
            {
                using var answer = await http.GetAsync(track, HttpCompletionOption.ResponseHeadersRead, over);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                await using var bytes = await answer.Content.ReadAsStreamAsync(over);
                while (await bytes.ReadAsync(buffer, over) > 0) await pace.WaitForNextTickAsync(over);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private static double P95(List<double> all) => all.Order().ElementAt((int)Math.Ceiling(all.Count * .95) - 1);
}
