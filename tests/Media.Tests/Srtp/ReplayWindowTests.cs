using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Srtp;

namespace Lyceum.Media.Tests.Srtp;

public class ReplayWindowTests
{
    [Fact]
    public void No_index_is_ever_accepted_twice() =>
        Prop.ForAll<int[]>(steps =>
        {
            var window = new ReplayWindow();
            var accepted = new HashSet<ulong>();
            ulong at = 1_000_000;
            foreach (var step in steps)
            {
                at = (ulong)Math.Max(0, (long)at + step % 200);
                if (!window.MayAccept(at)) continue;
                if (!accepted.Add(at)) return false;
                window.Accept(at);
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_new_and_within_the_window_is_accepted()
    {
        var window = new ReplayWindow();
        window.Accept(500);
        Assert.True(window.MayAccept(499));
        Assert.True(window.MayAccept(373));
        Assert.False(window.MayAccept(372));
        window.Accept(10_000);
        Assert.False(window.MayAccept(500));
        Assert.True(window.MayAccept(9_999));
    }

    [Fact]
    public void The_index_goes_on_across_the_roll_over_of_sequence_numbers()
    {
        var index = new PacketIndex();
        index.Accept(index.Guess(65_534));
        Assert.Equal(65_537UL, index.Guess(1));
        index.Accept(65_537);
        Assert.Equal(65_535UL, index.Guess(65_535));
        Assert.Equal(65_536UL + 20_000, index.Guess(20_000));
    }
}
