using System.Text.Json;
using Microsoft.Playwright;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A browser page that takes part in a room.</summary>
internal sealed class Person(IPage page, MediaSite site, string room, string name) : IAsyncDisposable
{
    public string Name => name;
    public IPage Page => page;

    public static async Task<Person> Join(ChromiumFixture chromium, MediaSite site, string room, string name, BadLine? line = null)
    {
        var context = await (await chromium.Browser()).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Url);
        await page.EvaluateAsync("async ([room, name, line]) => { window.me = new Client(room, name); me.line = line; await me.connect(); }",
            new[] { room, name, line?.Address.ToString() });
        return new Person(page, site, room, name);
    }

    public Task PublishTone(int hertz) => page.EvaluateAsync("h => me.publish([{ source: 'microphone', track: tone(h) }])", hertz);

    public Task PublishToneAndPicture(int hertz, int width, int height) => page.EvaluateAsync(
        "([h, x, y]) => me.publish([{ source: 'microphone', track: tone(h) }, { source: 'camera', track: pattern(x, y), layers }])", new[] { hertz, width, height });

    public Task PublishFlashAndBeep(int width, int height) => page.EvaluateAsync(
        "([x, y]) => { const [sound, picture] = flashAndBeep(x, y); return me.publish([{ source: 'microphone', track: sound }, { source: 'camera', track: picture }]); }",
        new[] { width, height });

    public Task Desire(params DesiredTrack[] tracks) => page.EvaluateAsync(
        "tracks => me.desire(tracks)", tracks.Select(t => new { participant = t.Participant, source = t.Source, atMost = (int)t.AtMost }).ToArray());

    public async Task<double> Pitch(string track) => await page.EvaluateAsync<double>("t => me.pitch(t)", track);

    /// <summary>Width, height and the colour of the middle.</summary>
    public async Task<int[]> Picture(string track) => await page.EvaluateAsync<int[]>("t => me.picture(t)", track);

    public Task<T> Ask<T>(string script, object? argument = null) => page.EvaluateAsync<T>(script, argument);

    /// <summary>Waits in the page until the script answers true.</summary>
    public async Task Until(string script, object? argument = null, int seconds = 25)
    {
        var isSo = await page.EvaluateAsync<bool>($"([argument, seconds]) => until({script}, argument, seconds)", new[] { argument, seconds });
        if (isSo) return;
        var state = await page.EvaluateAsync<string>("() => JSON.stringify([me.up?.connectionState, me.down?.connectionState, me.offers])");
        Assert.Fail($"{name} waited {seconds} s in vain for {script}; up, down, offers: {state}; {JsonSerializer.Serialize(site.Media.Observe(room))}");
    }

    public Task HearsTone(string track, int hertz) =>
        Until("async ([t, h]) => Math.abs(await me.pitch(t) - h) < 15", new object[] { track, hertz });

    /// <summary>Both colours of the pattern came by.</summary>
    public async Task SeesPatternChange(string track)
    {
        await Until("async t => { const [, , r, , b] = await me.picture(t); return r > 150 && b < 100; }", track);
        await Until("async t => { const [, , r, , b] = await me.picture(t); return b > 150 && r < 100; }", track);
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
