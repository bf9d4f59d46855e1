using System.Threading.Channels;
using Lyceum.Media.Ice;

namespace Lyceum.Media;

/// <summary>
/// A selective-forwarding unit. Signalling is plain data, so that any transport can carry it: a browser's offer to publish goes in and its
/// answer comes out; what a participant should receive is stated as a whole and the server makes it so, offering on the subscribing
/// connection through <see cref="Signals"/> whenever something changes. Every call may be repeated safely.
/// </summary>
public interface IMediaServer : IAsyncDisposable
{
    /// <summary>What the server has to tell, in order. To be read by one reader.</summary>
    ChannelReader<MediaSignal> Signals { get; }

    /// <summary>Makes the room; nothing happens when it is open already.</summary>
    void OpenRoom(string room, RoomSettings settings);

    /// <summary>From now on every track of the room is written to this folder; nothing happens when they are already.</summary>
    /// <returns>False when there is no such room.</returns>
    bool Record(string room, string folder);

    /// <summary>What is recorded from now on goes into new files: somebody came or went who may not have what lies on the other side.</summary>
    void CutRecordings(string room);

    /// <summary>Ends every connection of the room and finishes its recordings.</summary>
    Task CloseRoom(string room);

    /// <summary>
    /// Takes a browser's offer on its publishing connection, the first or a later one. An offer with a new ICE fragment restarts ICE; one with
    /// another certificate replaces the connection, and tracks of the same source go on for their subscribers.
    /// </summary>
    PublishReply Publish(string room, string participant, PublishOffer offer);

    /// <summary>
    /// States all that this participant should receive, most important first. Tracks that do not exist yet are remembered.
    /// Returns why not, or null.
    /// </summary>
    MediaRefusal? Desire(string room, string participant, IReadOnlyList<DesiredTrack> tracks);

    /// <summary>The browser's answer to the offer of that revision.</summary>
    MediaRefusal? Answer(string room, string participant, int revision, string sdp);

    /// <summary>Offers anew with fresh ICE credentials on the same connection: for a browser whose network changed.</summary>
    MediaRefusal? RestartSubscription(string room, string participant);

    /// <summary>Drops the subscribing connection and offers on a new one: for a browser that was reloaded.</summary>
    MediaRefusal? RenewSubscription(string room, string participant);

    /// <summary>
    /// What a browser's two connections are to be made with (RTCConfiguration.iceServers): the relays of the settings with credentials of this
    /// participant's own, which expire. Empty without relays. To be asked for anew with every page.
    /// </summary>
    IReadOnlyList<IceServer> IceServers(string participant) => [];

    void Leave(string room, string participant);

    /// <summary>Who is heard at this moment and how loud, 1 being as loud as speech comes; empty when there is no such room.</summary>
    IReadOnlyList<HeardVoice> Voices(string room);

    /// <summary>What is so at this moment; null when there is no such room.</summary>
    RoomSnapshot? Observe(string room);
}
