using System.Net;
using System.Net.Sockets;

namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class RoomTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Two_subscribers_hear_the_tone_and_see_the_picture_of_one_publisher()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        await using var site = await MediaSite.Start();
        site.Media.OpenRoom("r", new RoomSettings());
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await using var jonas = await Person.Join(chromium, site, "r", "jonas");
        await using var samir = await Person.Join(chromium, site, "r", "samir");
        await jonas.Desire(new DesiredTrack("mei", "microphone"), new DesiredTrack("mei", "camera"));
        await mei.PublishToneAndPicture(660, 640, 360);
        await samir.Desire(new DesiredTrack("mei", "microphone"), new DesiredTrack("mei", "camera"));

        await jonas.HearsTone("mei/microphone", 660);
        await samir.HearsTone("mei/microphone", 660);
        await jonas.SeesPatternChange("mei/camera");
        await samir.SeesPatternChange("mei/camera");
        site.AssertNoFault();
    }

    [Fact]
    public async Task Sound_and_picture_go_over_IPv6_as_well()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipUnless(Socket.OSSupportsIPv6 && CanBind(OwnAddress6), $"There is no IPv6 at {OwnAddress6}.");
        await using var site = await MediaSite.Start(address: OwnAddress6);
        site.Media.OpenRoom("r", new RoomSettings());
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await using var jonas = await Person.Join(chromium, site, "r", "jonas");
        await jonas.Desire(new DesiredTrack("mei", "microphone"), new DesiredTrack("mei", "camera"));
        await mei.PublishToneAndPicture(660, 320, 180);
        await jonas.HearsTone("mei/microphone", 660);
        await jonas.SeesPatternChange("mei/camera");
        site.AssertNoFault();
    }

    private static IPAddress OwnAddress6 { get; } =
        IPAddress.TryParse(Environment.GetEnvironmentVariable("LYCEUM_OWN_ADDRESS6"), out var own) ? own : IPAddress.IPv6Loopback;

    private static bool CanBind(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try { socket.Bind(new IPEndPoint(address, 0)); }
        catch (SocketException) { return false; }
        return true;
    }
}
