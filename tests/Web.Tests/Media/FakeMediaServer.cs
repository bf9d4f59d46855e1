using System.Threading.Channels;
using Lyceum.Media;

namespace Lyceum.Web.Tests.Media;

/// <summary>A media server without media: remembers what it was asked and tells what a test makes it tell.</summary>
public sealed class FakeMediaServer : IMediaServer
{
    private readonly Channel<MediaSignal> signals = Channel.CreateUnbounded<MediaSignal>();

    public ChannelReader<MediaSignal> Signals => signals.Reader;
    public HashSet<string> Rooms { get; } = [];
    public Dictionary<(string Room, string Participant), IReadOnlyList<DesiredTrack>> Desired { get; } = [];

    public Dictionary<string, string> Recorded { get; } = [];
    public List<HeardVoice> Heard { get; } = [];

    public void Tell(MediaSignal signal) => signals.Writer.TryWrite(signal);

    public void OpenRoom(string room, RoomSettings settings) => Rooms.Add(room);

    public bool Record(string room, string folder)
    {
        Recorded[room] = folder;
        return Rooms.Contains(room);
    }

    public List<string> Cuts { get; } = [];

    public void CutRecordings(string room)
    {
        lock (Cuts) Cuts.Add(room);
    }

    public IReadOnlyList<HeardVoice> Voices(string room) => Heard;

    public Task CloseRoom(string room)
    {
        Rooms.Remove(room);
        return Task.CompletedTask;
    }

    public PublishReply Publish(string room, string participant, PublishOffer offer) =>
        Rooms.Contains(room) ? new("v=0\r\n", null) : new(null, new(MediaRefusalKind.NoSuchRoom, room));

    public MediaRefusal? Desire(string room, string participant, IReadOnlyList<DesiredTrack> tracks)
    {
        Desired[(room, participant)] = tracks;
        return null;
    }

    public MediaRefusal? Answer(string room, string participant, int revision, string sdp) => null;

    public MediaRefusal? RestartSubscription(string room, string participant) => null;

    public MediaRefusal? RenewSubscription(string room, string participant) => null;

    public void Leave(string room, string participant) => Desired.Remove((room, participant));

    public RoomSnapshot? Observe(string room) => null;

    public ValueTask DisposeAsync()
    {
        signals.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
