using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Media;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>Sound and picture over the same line: descriptions there and back. What may be sent is the class's to decide, at every call.</summary>
public sealed partial class ClassHub
{
    private const int LongestDescription = 200_000;

    /// <summary>To be called first, and again with the same name of the device whenever the line came back.</summary>
    public MediaEntry EnterMedia(string device, MediaRooms media)
    {
        Speak();
        if (Joined is not var (room, connection)) return NoEntry(NotJoined);
        if (device is not { Length: >= 8 and <= 64 }) return NoEntry(BadKey);
        if (media.Open(room, room.State.PlaceOf(connection.Who.PersonId)) is not { } sounding) return NoEntry(MediaRefusals.NotAvailable);
        var arrival = sounding.Enter(connection, device);
        return new(arrival == DeviceArrival.Returns, arrival == DeviceArrival.TakesOver, [.. media.RelaysFor(connection.Who)], null);
    }

    public void LeaveMedia(MediaRooms media)
    {
        if (Joined is var (room, connection)) media.Find(room, connection)?.Leave(connection);
    }

    public MediaAnswer Publish(MediaOffer offer, MediaRooms media)
    {
        Speak();
        if (Joined is not var (room, connection)) return new(null, Sent(NotJoined));
        if (offer.Sdp.Length > LongestDescription) return new(null, Sent(MediaRefusals.NotUnderstood));
        if (media.Find(room, connection) is not { } sounding) return new(null, Sent(MediaRefusals.NotOnThisDevice));
        var reply = sounding.Publish(connection, offer, out var refusal);
        return refusal is null ? new(reply!.Sdp, null) : new(null, Sent(refusal));
    }

    /// <summary>States all that this device wants to receive, most important first.</summary>
    public SentRefusal? Desire(WantedTrack[] wanted, MediaRooms media) => InMedia(media, (room, connection) => room.Want(connection, wanted));

    public SentRefusal? Answer(int revision, string sdp, MediaRooms media) =>
        sdp.Length > LongestDescription ? Sent(MediaRefusals.NotUnderstood) : InMedia(media, (room, connection) => room.Answer(connection, revision, sdp));

    public SentRefusal? RestartMedia(MediaRooms media) => InMedia(media, (room, connection) => room.Restart(connection));

    public SentRefusal? RenewMedia(MediaRooms media) => InMedia(media, (room, connection) => room.Renew(connection));

    private MediaEntry NoEntry(Refusal why) => new(false, false, [], Sent(why));

    private SentRefusal? InMedia(MediaRooms media, Func<MediaRoom, ClassConnection, bool> what)
    {
        Speak();
        if (Joined is not var (room, connection)) return Sent(NotJoined);
        return media.Find(room, connection) is { } sounding && what(sounding, connection) ? null : Sent(MediaRefusals.NotOnThisDevice);
    }
}
