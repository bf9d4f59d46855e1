using System.Text.Json;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A browser page that takes part in a room.</summary>
internal sealed class Person(IScript page, MediaSite site, string room, string name) : IAsyncDisposable
{
    public static async Task<Person> Join(ChromiumFixture chromium, MediaSite site, string room, string name, BadLine? line = null) =>
        await Join(await ChromiumPage.Open(chromium, site.Url), site, room, name, line);

    public static async Task<Person> Join(IScript page, MediaSite site, string room, string name, BadLine? line = null)
    {
        await page.Run<object?>("async ([room, name, line]) => { window.me = new Client(room, name); me.line = line; await me.connect(); }",
            new[] { room, name, line?.Address.ToString() });
        return new Person(page, site, room, name);
    }

    public Task PublishTone(int hertz) => Ask<object?>("h => me.publish([{ source: 'microphone', track: tone(h) }])", hertz);

    public Task PublishToneAndPicture(int hertz, int width, int height) => Ask<object?>(
        "([h, x, y]) => me.publish([{ source: 'microphone', track: tone(h) }, { source: 'camera', track: pattern(x, y), layers }])", new[] { hertz, width, height });

    public Task PublishFlashAndBeep(int width, int height) => Ask<object?>(
        "([x, y]) => { const [sound, picture] = flashAndBeep(x, y); return me.publish([{ source: 'microphone', track: sound }, { source: 'camera', track: picture }]); }",
        new[] { width, height });

    public Task Desire(params DesiredTrack[] tracks) => Ask<object?>("tracks => me.desire(tracks)", tracks);

    public Task<T> Ask<T>(string function, object? argument = null) => page.Run<T>(function, argument);

    /// <summary>Waits in the page until the question is answered with yes.</summary>
    public async Task Until(string question, object? argument = null, int seconds = 90)
    {
        if (await Ask<bool>($"([argument, seconds]) => until({question}, argument, seconds)", new[] { argument, seconds })) return;
        var state = await Ask<string>("() => JSON.stringify([me.up?.connectionState, me.down?.connectionState, me.offers])");
        Assert.Fail($"{name} waited {seconds} s in vain for {question}; up, down, offers: {state}; {JsonSerializer.Serialize(site.Media.Observe(room))}");
    }

    public Task HearsTone(string track, int hertz) => Until("async ([t, h]) => Math.abs(await me.pitch(t) - h) < 15", new object[] { track, hertz });

    /// <summary>Both colours of the pattern came by.</summary>
    public async Task SeesPatternChange(string track)
    {
        await Until("async t => { const [, , r, , b] = await me.picture(t); return r > 150 && b < 100; }", track);
        await Until("async t => { const [, , r, , b] = await me.picture(t); return b > 150 && r < 100; }", track);
    }

    public ValueTask DisposeAsync() => page.DisposeAsync();
}
