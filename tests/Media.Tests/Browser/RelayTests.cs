using System.Net;

namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class RelayTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData("udp"), InlineData("tcp")]
    public async Task A_browser_whose_network_lets_only_the_relay_through_hears_and_is_heard(string transport)
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        Assert.SkipWhen(Relay.Missing is not null, Relay.Missing ?? "");
        var address = Firefox.OwnAddress ?? IPAddress.Loopback;
        await using var relay = await Relay.Start(address);
        await using var site = await MediaSite.Start(new MediaSettings { Relay = new RelaySettings([relay.Url(transport)], Relay.Secret) }, address);
        site.Media.OpenRoom("r", new RoomSettings());
        await using var jonas = await Person.Join(chromium, site, "r", "jonas");
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await mei.Ask<object?>("servers => { me.configuration = { iceServers: servers, iceTransportPolicy: 'relay' }; }", site.Media.IceServers("mei"));
        await jonas.Desire(new DesiredTrack("mei", "microphone"));
        await mei.Desire(new DesiredTrack("jonas", "microphone"));
        await mei.PublishTone(660);
        await jonas.PublishTone(440);
        await jonas.HearsTone("mei/microphone", 660);
        await mei.HearsTone("jonas/microphone", 440);

        foreach (var connection in new[] { "up", "down" })
        {
            var protocols = await mei.Ask<string[]>("""
                async which => (await me.stats(which, 'local-candidate')).map(c => `${c.candidateType} ${c.relayProtocol}`)
                """, connection);
            Assert.All(protocols, p => Assert.Equal($"relay {transport}", p));
        }
        site.AssertNoFault();
    }
}
