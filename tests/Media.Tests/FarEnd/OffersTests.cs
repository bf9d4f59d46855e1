using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Tests.FarEnd;

[Collection(TestsAlone.Name)]
public sealed class OffersTests() : CallersTests(new MediaSettings())
{
    [Fact]
    public void An_offer_that_got_lost_is_made_again_and_then_the_picture_comes()
    {
        media.OpenRoom("r", new RoomSettings());
        var publisher = Publish("p", sound: false, picture: true);
        Until(() => publisher.IsConnected);
        var picture = new Source(publisher, true, 1_000);
        Assert.Null(media.Desire("r", "listener", [new("p", "camera")]));

        var lost = Signals().OfType<SubscriptionOffered>().ToList();
        Until(() => Send(picture) && (lost = [.. lost, .. Signals().OfType<SubscriptionOffered>()]).Count > 0);
        var listener = Listen("listener", [new("p", "camera")]);

        var again = Assert.Single(Offered);
        Assert.True(again.Revision > lost[^1].Revision);
        Assert.True(again.IsNewConnection);
        Until(() => Send(picture) && listener.Opened > 20);
        Assert.Equal(MediaRefusalKind.StaleRevision, media.Answer("r", "listener", lost[^1].Revision, listener.AnswerTo(lost[^1].Sdp))?.Kind);
        Assert.DoesNotContain(Signals(), signal => signal is SubscriptionOffered);
    }

    private static bool Send(Source picture)
    {
        picture.SendFrameWhenDue(3);
        return true;
    }
}
