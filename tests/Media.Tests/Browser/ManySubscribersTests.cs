namespace Lyceum.Media.Tests.Browser;

[Collection(TestsAlone.Name)]
public class ManySubscribersTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Every_one_of_many_real_peer_connections_gets_sound_and_picture()
    {
        Assert.SkipWhen(ChromiumFixture.Missing is not null, ChromiumFixture.Missing ?? "");
        var many = LongTests.AreOn ? 100 : 12;
        await using var site = await MediaSite.Start();
        site.Media.OpenRoom("r", new RoomSettings());
        await using var mei = await Person.Join(chromium, site, "r", "mei");
        await using var crowd = await Person.Join(chromium, site, "r", "crowd");
        await mei.PublishToneAndPicture(660, 160, 90);
        await crowd.Ask<object?>("""
            async many => {
              window.crowd = [];
              for (let i = 0; i < many; i++) {
                const one = new Client('r', `p${i}`);
                await one.connect();
                await one.desire([{ participant: 'mei', source: 'microphone', atMost: 2 }, { participant: 'mei', source: 'camera', atMost: 2 }]);
                crowd.push(one);
              }
            }
            """, many);
        await crowd.Until("""
            async () => {
              for (const one of crowd) {
                const all = one.down ? await one.stats('down', 'inbound-rtp') : [];
                if (!all.some(s => s.kind === 'video' && s.framesDecoded > 10) || !all.some(s => s.kind === 'audio' && s.packetsReceived > 100)) return false;
              }
              return true;
            }
            """, seconds: 180);
        var lost = await crowd.Ask<double[]>("""
            async () => {
              const all = (await Promise.all(crowd.map(one => one.stats('down', 'inbound-rtp')))).flat();
              return [all.reduce((sum, s) => sum + s.packetsLost, 0), all.reduce((sum, s) => sum + s.packetsReceived, 0)];
            }
            """);
        TestContext.Current.TestOutputHelper?.WriteLine($"{many} peer connections got {lost[1]} packets and lost {lost[0]}.");
        site.AssertNoFault();
    }
}
