using Lyceum.Media.Forwarding;

namespace Lyceum.Media.Tests.Forwarding;

public class ReceptionTests
{
    [Fact]
    public void Loss_is_reported_as_a_fraction_since_the_last_report_and_in_total()
    {
        var reception = new Reception(90_000);
        for (var i = 65_500; i < 65_700; i++)
            if (i % 4 != 0) reception.Arrived((ushort)i, (uint)i * 3_000, i * 33_333L);
        var report = reception.Report(1, 7_000_000);
        Assert.InRange(report.FractionLost, 60, 68);
        Assert.InRange(report.TotalLost, 48, 51);
        Assert.Equal(65_699u, report.HighestSequence);
        Assert.Equal(0, reception.Report(1, 8_000_000).FractionLost);
    }

    [Fact]
    public void A_missing_packet_is_asked_for_after_a_moment_and_again_until_it_comes()
    {
        var missing = new MissingPackets();
        var lost = new ushort[8];
        missing.Arrived(100, 0);
        missing.Arrived(103, 1_000);
        Assert.Equal(0, missing.Collect(2_000, lost));
        Assert.Equal(2, missing.Collect(12_000, lost));
        Assert.Equal([101, 102], lost[..2]);
        Assert.Equal(0, missing.Collect(30_000, lost));
        missing.Arrived(101, 40_000);
        Assert.Equal(1, missing.Collect(70_000, lost));
        Assert.Equal(102, lost[0]);
    }

    [Fact]
    public void What_does_not_come_within_a_second_is_given_up()
    {
        var missing = new MissingPackets();
        missing.Arrived(1, 0);
        missing.Arrived(3, 0);
        Assert.Equal(0, missing.Collect(1_500_000, new ushort[4]));
        Assert.Equal(1, missing.GivenUp);
    }

    [Fact]
    public void Of_many_microphones_the_loudest_are_kept()
    {
        var people = Enumerable.Range(0, 20).Select(i => new Loudness()).ToList();
        var loudest = new LoudestSpeakers<Loudness>(3);
        for (var packet = 0; packet < 50; packet++)
            for (var i = 0; i < people.Count; i++) people[i].Heard((byte)(i is 4 or 7 or 11 ? 20 + i : 100), packet * 20_000);
        Assert.True(loudest.Update(people.ToArray(), p => p.Level));
        Assert.All(new[] { 4, 7, 11 }, i => Assert.True(loudest.Contains(people[i])));
        Assert.Same(people[4], loudest.Speaker);
    }
}
