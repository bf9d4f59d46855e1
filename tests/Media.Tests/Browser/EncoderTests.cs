using System.Diagnostics;

namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class EncoderTests(ChromiumFixture chromium)
{
    private const string Program = "/usr/bin/whip-client";

    private const string Sound = "audiotestsrc is-live=true freq=660 ! audioconvert ! audioresample ! queue ! opusenc ! rtpopuspay pt=100 ! queue ! "
        + "application/x-rtp,media=audio,encoding-name=OPUS,payload=100";

    private const string Picture = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=180,framerate=15/1 ! videoconvert ! queue ! "
        + "vp8enc deadline=1 keyframe-max-dist=30 ! rtpvp8pay pt=96 picture-id-mode=2 ! queue ! application/x-rtp,media=video,encoding-name=VP8,payload=96";

    /// <summary>GStreamer's WebRTC shares no code with a browser's, and is what many encoders are made of.</summary>
    [Fact]
    public async Task An_encoder_that_is_no_browser_is_heard_and_seen()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipUnless(File.Exists(Program), $"There is no GStreamer encoder at {Program} (package simple-whip-client).");
        await using var site = await MediaSite.Start();
        site.Media.OpenRoom("r", new RoomSettings());
        await using var jonas = await Person.Join(chromium, site, "r", "jonas");
        await jonas.Desire(new DesiredTrack("encoder", "microphone"), new DesiredTrack("encoder", "camera"));
        using var encoder = Process.Start(new ProcessStartInfo(Program, ["-n", "-u", $"{site.Url}/whip/r/encoder", "-t", "any", "-A", Sound, "-V", Picture])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = encoder.StandardOutput.ReadToEndAsync();
        _ = encoder.StandardError.ReadToEndAsync();
        try
        {
            await jonas.HearsTone("encoder/microphone", 660);
            await jonas.Until("async () => (await me.picture('encoder/camera'))[0] === 320");
            await jonas.Until("async () => (await me.stats('down', 'inbound-rtp', 'video'))[0].framesDecoded > 30");
        }
        finally
        {
            encoder.Kill();
            TestContext.Current.TestOutputHelper?.WriteLine(await said);
        }
        site.AssertNoFault();
    }
}
