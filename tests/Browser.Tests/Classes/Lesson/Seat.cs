using System.Text.Json;
using Lyceum.Media.Tests.Browser;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>What somebody's microphone, camera and screen give.</summary>
/// <param name="Hertz">The tone of their voice.</param>
/// <param name="Camera">The two colours between which the middle of their picture turns every second.</param>
/// <param name="Screen">The same of what they share.</param>
internal sealed record Devices(int Hertz, string[] Camera, string[] Screen)
{
    public static Devices Of(int hertz) => new(hertz, ["#e00000", "#0000e0"], ["#00c000", "#c000c0"]);
}

/// <summary>One browser page in the class: of Chromium, which the test drives as a person does, or of Firefox, which it drives by script.</summary>
internal sealed class Seat(string who, Guid personId, IPage? page, Firefox? firefox) : IAsyncDisposable
{
    private const string Source = "attend.js";

    public string Who => who;
    public Guid PersonId => personId;
    public IPage Page => page ?? throw new InvalidOperationException($"{who} has no page of Chromium.");
    public bool IsFirefox => firefox is not null;

    /// <summary>What every page of a lesson runs first.</summary>
    public static string Script(Devices? devices, string? mediaAddress)
    {
        using var script = new StreamReader(typeof(Seat).Assembly.GetManifestResourceStream(Source)!);
        return $"window.lessonDevices = {JsonSerializer.Serialize(devices, JsonSerializerOptions.Web)}; window.lessonMedia = {JsonSerializer.Serialize(mediaAddress)};\n{script.ReadToEnd()}";
    }

    public async Task<T> Ask<T>(string function, object? argument = null) => firefox is not null
        ? await firefox.Run<T>(function, argument)
        : JsonSerializer.Deserialize<T>(await Page.EvaluateAsync<string>(Scripts.Wrapped(function, argument)), JsonSerializerOptions.Web)!;

    public Task Do(string function, object? argument = null) => Ask<JsonElement?>(function, argument);

    /// <summary>Waits in the page, generously, until the question is answered with yes.</summary>
    public async Task Until(string question, object? argument = null, int seconds = 180) =>
        Assert.True(await Ask<bool>($"([argument, seconds]) => lesson.until({question}, argument, seconds)", new[] { argument, seconds }), $"{who} waited {seconds} s in vain for {question} of {JsonSerializer.Serialize(argument)}");

    public Task Press(string name) => Do("name => lesson.press(name)", name);

    public Task PressKey(string key) => Do("key => lesson.key(key)", key);

    /// <summary>What the page knows of the class meets this: an expression over <c>state</c>, and over <c>it</c>, which is given.</summary>
    public Task Knows(string expression, object? it = null) => Until($"it => {{ const state = lesson.room().whole; return {expression}; }}", it);

    /// <summary>Starts the class, unless the clock was faster.</summary>
    public Task StartsTheClass() => Until("""
        () => {
          const start = [...document.querySelectorAll('button')].find(b => b.innerText.trim() === 'Start class' && !b.dataset.pressed);
          if (start) {
            start.dataset.pressed = 'yes';
            start.click();
          }
          return lesson.room().whole.phase === 'live';
        }
        """);

    public Task Hears(Seat other, int hertz) => IsFirefox
        ? Until("() => lesson.hearsAnything()")
        : Until("async ([id, hertz]) => Math.abs(await lesson.hears(id) - hertz) < 20", new object[] { other.PersonId, hertz });

    public Task Sees(Seat other, string source, string[] colours) => SeesColours("sees", other, source, colours);

    public Task HearsRecorded(Seat other, int hertz) => Until("async ([id, hertz]) => Math.abs(await lesson.hearsRecorded(id) - hertz) < 20", new object[] { other.PersonId, hertz });

    public Task SeesRecorded(Seat other, string source, string[] colours) => SeesColours("seesRecorded", other, source, colours);

    public Task SeesRecordedScreen(Seat other, string[] colours) => SeesColours("seesRecordedScreen", other, "screen", colours);

    /// <summary>Both colours of the pattern came by.</summary>
    private async Task SeesColours(string how, Seat other, string source, string[] colours)
    {
        foreach (var colour in colours)
        {
            var rgb = new[] { 1, 3, 5 }.Select(i => Convert.ToInt32(colour.Substring(i, 2), 16)).ToArray();
            await Until($"([id, source, rgb]) => {{ const seen = lesson.{how}(id, source); return seen !== null && seen.every((part, i) => Math.abs(part - rgb[i]) < 70); }}", new object[] { other.PersonId, source, rgb });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (firefox is not null) await firefox.DisposeAsync();
        else await Page.Context.CloseAsync();
    }
}
