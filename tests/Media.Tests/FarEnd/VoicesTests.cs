using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Tests.FarEnd;

[Collection(TestsAlone.Name)]
public sealed class VoicesTests() : CallersTests(new MediaSettings { Voices = 3 })
{
    [Fact]
    public void Of_a_class_full_of_microphones_a_subscriber_gets_the_loudest_few_on_as_many_places()
    {
        var many = LongTests.AreOn ? 300 : 40;
        media.OpenRoom("r", new RoomSettings());
        var sources = new Dictionary<string, Source>();
        for (var i = 0; i < many; i++)
        {
            var publisher = Publish($"p{i}", sound: true, picture: false);
            Until(() => publisher.IsConnected);
            sources[$"p{i}"] = new Source(publisher, false, 80);
        }
        var listener = Listen("listener", [.. sources.Keys.Select(p => new DesiredTrack(p, "microphone"))]);

        Speak(sources, "p4", "p17", "p30");
        var opened = listener.Opened;
        Speak(sources, "p5", "p17", "p38");
        Assert.True(listener.Opened > opened, "Nothing more was heard when others spoke.");

        var offers = Offered.Where(o => o.Participant == "listener").ToList();
        Assert.InRange(offers.Count, 1, 4);
        Assert.All(offers[^1].Tracks, t => Assert.Equal(("", SubscribedTrack.Voices), (t.Participant, t.Source)));
        Assert.Equal(3, offers[^1].Tracks.Count);
        Assert.DoesNotContain(Signals(), s => s is ServerFault);
    }

    /// <summary>They speak until the listener gets them and nobody else.</summary>
    private void Speak(Dictionary<string, Source> sources, params string[] speakers)
    {
        foreach (var (name, source) in sources) source.Level = (byte)(speakers.Contains(name) ? 20 : 127);
        Until(() =>
        {
            foreach (var speaker in speakers) sources[speaker].SendFrame(1);
            Accept("listener");
            var heard = media.Observe("r")!.Participants.Single(p => p.Name == "listener").Subscribed.Select(s => s.Participant);
            return heard.Order().SequenceEqual(speakers.Order());
        });
        var before = callers[^1].Opened;
        Until(() =>
        {
            foreach (var speaker in speakers) sources[speaker].SendFrame(1);
            return callers[^1].Opened > before + 30;
        });
    }
}
