using Lyceum.Media;
using Lyceum.Web.Features.Media;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lyceum.Web.Tests.Media;

public class MediaPostTests
{
    [Fact]
    public async Task Signals_reach_the_listeners_of_their_room_in_order_and_nobody_else()
    {
        await using var media = new FakeMediaServer();
        var post = new MediaPost(media, NullLogger<MediaPost>.Instance);
        var heard = new List<string?>();
        var all = new TaskCompletionSource();
        using var elsewhere = post.Listen("b", _ => throw new InvalidOperationException("Not for this room."));
        using var broken = post.Listen("a", _ => throw new InvalidOperationException("A listener that fails does not stop the others."));
        using var here = post.Listen("a", signal =>
        {
            heard.Add((signal as SpeakerChanged)?.Participant);
            if (heard.Count == 3) all.SetResult();
            return Task.CompletedTask;
        });
        foreach (var speaker in new[] { "mei", "jonas", "samir" }) media.Tell(new SpeakerChanged("a", speaker));
        await all.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["mei", "jonas", "samir"], heard);
    }
}
