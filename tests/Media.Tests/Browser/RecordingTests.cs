using Lyceum.Media.Tests.Recording;

namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public sealed class RecordingTests(ChromiumFixture chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-media").FullName;

    [Fact]
    public async Task A_recording_plays_while_it_grows_and_afterwards_with_the_tone_and_the_colours_that_were_published()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        await using var site = await MediaSite.Start();
        site.Media.OpenRoom("r", new RoomSettings(folder));
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await mei.PublishToneAndPicture(880, 320, 180);
        await mei.Until("() => me.signals.filter(s => s.type === 'RecordingAligned').length >= 2");
        await mei.Until("async () => performance.now() > 9000");

        var sound = site.Told.OfType<RecordingBegan>().First(b => b.Source == "microphone");
        Assert.InRange(Played.Strength(await Played.Sound(sound.File), 880), 0.5, 1.01);

        await site.Media.CloseRoom("r");
        site.AssertNoFault();
        Assert.Equal("opus", await Played.Describe(sound.File));
        Assert.InRange(await Played.Duration(sound.File), 3, 60);
        var picture = site.Told.OfType<RecordingBegan>().Last(b => b.Source == "camera").File;
        Assert.StartsWith("vp8 ", await Played.Describe(picture));
        var colours = (await Played.Middle(picture)).Chunk(3).ToList();
        Assert.Contains(colours, c => c[0] > 150 && c[2] < 100);
        Assert.Contains(colours, c => c[2] > 150 && c[0] < 100);
    }

    [Fact]
    public async Task Flash_and_beep_stay_together_in_the_recording()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        var seconds = LongTests.AreOn ? 600 : 12;
        await using var site = await MediaSite.Start();
        site.Media.OpenRoom("r", new RoomSettings(folder));
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await mei.PublishFlashAndBeep(320, 180);
        await mei.Until("async s => performance.now() > s * 1000", seconds, seconds + 20);
        await site.Media.CloseRoom("r");

        site.AssertNoFault();
        var offsets = await FlashAndBeep.Offsets(site.Told);
        TestContext.Current.TestOutputHelper?.WriteLine($"A/V offset of {offsets.Count} pairs, ms: {string.Join(' ', offsets.Select(o => o.ToString("0")))}");
        Assert.True(offsets.Count > seconds / 2, $"Only {offsets.Count} pairs were found in {seconds} s.");
        var middle = offsets.Order().ElementAt(offsets.Count / 2);
        // A page that starves for a moment sounds late from then on, before anything is sent: the short run, on a busy machine, allows for that.
        Assert.InRange(middle, LongTests.AreOn ? -50 : -250, LongTests.AreOn ? 50 : 250);
        if (!LongTests.AreOn) return;
        // Nor do they drift apart: the last third lies where the first does.
        var third = offsets.Count / 3;
        Assert.InRange(offsets.TakeLast(third).Average() - offsets.Take(third).Average(), -40, 40);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
