using System.Diagnostics;
using Lyceum.Web.Tests;
using Microsoft.Playwright;
using static Lyceum.Browser.Tests.Classes.ClassroomFixture;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>
/// A recorded class, opened by a browser that has nothing of it yet over a slow 4G line (1.6 Mbit/s, 150 ms), while others replay it. With
/// LYCEUM_LONG_TESTS=1 twenty times and beside 200 others, and it says how long it took.
/// </summary>
public sealed class ReplayStartTests(LessonFixture school) : IClassFixture<LessonFixture>
{
    private static readonly TimeSpan Played = TimeSpan.FromSeconds(20);
    private static readonly int Times = LessonFixture.IsLong ? 20 : 1, Others = LessonFixture.IsLong ? 200 : 4;

    /// <summary>When the page could be played and Play was pressed, when its first picture was on the screen and went on, in milliseconds from the way there, and the bytes until then.</summary>
    private const string Measure = """
        () => new Promise(done => {
          let pressed = 0;
          const look = () => {
            const play = document.querySelector('button[aria-label=Play]:not([disabled])');
            if (play && document.querySelector('room-screen')?.room?.edge > 0) {
              pressed ||= performance.now();
              play.click();
            }
            const video = document.querySelector('video.room-picture');
            if (pressed && video && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.currentTime > 0) return done([pressed, performance.now(), performance.getEntriesByType('resource').reduce((sum, r) => sum + r.transferSize, 0)]);
            if (performance.now() > 150_000) return done([pressed, -1, 0]);
            setTimeout(look, 16);
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
        for (var time = 0; time < Times; time++)
        {
            var page = await school.Open(Cast.Jonas, "/courses");
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
        Assert.All(played, ms => Assert.True(ms > 0, "A replay did not play within two minutes and a half."));
        if (LessonFixture.IsLong) Assert.InRange(P95([.. played.Zip(ready, (p, r) => p - r)]), 0, 1_000);
    }

    private async Task<Guid> Held()
    {
        var classId = await school.AddClass();
        await using var seat = await school.Sit(Cast.Amara, At(classId, "/room"), Lesson.AmaraGives);
        var amara = seat.Page;
        // Camera and microphone are on before the class begins, so that the recordings begin with it.
        await amara.Keyboard.PressAsync("m");
        await amara.Keyboard.PressAsync("v");
        await school.Until(classId, state => state.Media.On.Values.Sum(on => on.Length) == 2);
        await seat.StartsTheClass();
        await amara.IsLive();
        await school.Until(classId, state => state.Media.Tracks.Length >= 2);
        var started = Stopwatch.StartNew();
        await school.Until(classId, state => state.Media.Voices.Count > 0 && started.Elapsed > Played);
        await amara.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "End class" }).ClickAsync();
        await school.Until(classId, state => state.Media.Tracks.All(track => track.HasEnded));
        return classId;
    }

    /// <summary>Others who replay it: each takes its tracks once in the time that they play, over and over.</summary>
    private async Task<List<Task>> Replay(Guid classId, CancellationToken over)
    {
        var http = await school.SignInAnew(Cast.Mei);
        var tracks = (await school.StateOf(classId)).Media.Tracks.Select(track => At(classId, $"/tracks/{track.Id}")).ToList();
        return [.. Enumerable.Range(0, Others).Select(i => Task.Run(() => Take(http, tracks, Played * i / Others, over), CancellationToken.None))];
    }

    private static async Task Take(HttpClient http, List<string> tracks, TimeSpan from, CancellationToken over)
    {
        try
        {
            await Task.Delay(from, over);
            using var pace = new PeriodicTimer(Played);
            do
            {
                foreach (var track in tracks) _ = await http.GetByteArrayAsync(track, over);
            }
            while (await pace.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private static double P95(List<double> all) => all.Order().ElementAt((int)Math.Ceiling(all.Count * .95) - 1);
}
