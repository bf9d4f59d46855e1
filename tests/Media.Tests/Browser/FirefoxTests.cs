namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class FirefoxTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Chromium_and_Firefox_hear_and_see_each_other()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipWhen(Firefox.Missing is not null, Firefox.Missing ?? "");
        await using var site = await MediaSite.Start(address: Firefox.OwnAddress);
        site.Media.OpenRoom("r", new RoomSettings());
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await using var samir = await Person.Join(await Firefox.Open(site.Url), site, "r", "samir");
        await mei.Desire(new DesiredTrack("samir", "microphone"), new DesiredTrack("samir", "camera"));
        await samir.Desire(new DesiredTrack("mei", "microphone"), new DesiredTrack("mei", "camera"));
        await mei.PublishToneAndPicture(660, 640, 360);
        // Without a sound device Firefox runs no audio graph: its own made-up microphone gives the tone, at the pitch that its profile sets.
        await samir.Ask<object?>("""
            () => me.publish([{ source: 'microphone', track: granted.getAudioTracks()[0] }, { source: 'camera', track: pattern(640, 360), layers }])
            """);

        await mei.HearsTone("samir/microphone", 440);
        await samir.Until("async () => (await me.stats('down', 'inbound-rtp', 'audio')).some(s => s.totalAudioEnergy > 0.05)");
        await mei.SeesPatternChange("samir/camera");
        await samir.SeesPatternChange("mei/camera");
        await site.Until("r", room => room.Participants.SelectMany(p => p.Published).Where(p => p.Source == "camera")
            .All(camera => camera.Layers.Count(l => l.Packets > 0) >= 2));
        site.AssertNoFault();
    }
}
