using Lyceum.Web.Features.Classes.Captions.Machine;

namespace Lyceum.Web.Tests.Classes.Captions;

public sealed class SoundMixTests
{
    [Fact]
    public void Voices_are_added_up_and_nothing_is_too_loud()
    {
        var mix = new SoundMix(TimeProvider.System);
        mix.Add("amara", [100, 200, 30_000]);
        mix.Add("mei", [-100, 5, 30_000]);
        mix.Add("mei", [7]);
        Assert.Equal([0, 205, short.MaxValue, 7], mix.Take());
    }
}
