using System.Diagnostics;

namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class EncoderTests(ChromiumFixture chromium)
{
    private const string Python = "/usr/bin/python3";

    private static string Script => Path.Combine(AppContext.BaseDirectory, "encoder.py");

    /// <summary>GStreamer's WebRTC shares no code with a browser's, and many encoders are made of it.</summary>
    [Fact]
    public async Task An_encoder_that_is_no_browser_is_heard_and_seen()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipUnless(await HasGStreamer(), "Python's GStreamer with WebRTC is not installed (python3-gi, gir1.2-gst-plugins-bad-1.0, gstreamer1.0-nice).");
        Assert.SkipWhen(Firefox.OwnAddress is null, "GStreamer takes no loopback address: run the tests through tools/own-network.");
        await using var site = await MediaSite.Start(address: Firefox.OwnAddress);
        site.Media.OpenRoom("r", new RoomSettings());
        await using var jonas = await Person.Join(chromium, site, "r", "jonas");
        await jonas.Desire(new DesiredTrack("encoder", "microphone"), new DesiredTrack("encoder", "camera"));
        using var encoder = Start(Script, $"{site.Url}/whip/r/encoder");
        var said = encoder.StandardError.ReadToEndAsync();
        try
        {
            await jonas.HearsTone("encoder/microphone", 660);
            await jonas.Until("async () => (await me.picture('encoder/camera'))[0] === 320");
            await jonas.Until("async () => (await me.stats('down', 'inbound-rtp', 'video')).some(s => s.framesDecoded > 30)");
        }
        finally
        {
            encoder.Kill();
            TestContext.Current.TestOutputHelper?.WriteLine(await said);
        }
        site.AssertNoFault();
    }

    private static async Task<bool> HasGStreamer()
    {
        if (!File.Exists(Python)) return false;
        const string look = "import gi; gi.require_version('GstWebRTC', '1.0'); from gi.repository import Gst; Gst.init(None); "
            + "raise SystemExit(0 if all(Gst.ElementFactory.find(e) for e in ('webrtcbin', 'nicesrc', 'vp8enc', 'opusenc', 'rtpvp8pay')) else 1)";
        using var looking = Start("-c", look);
        await looking.WaitForExitAsync();
        return looking.ExitCode == 0;
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
