using Lyceum.Media.Congestion;
using Lyceum.Media.Dtls;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Ice;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;
using Lyceum.Media.Srtp;
using Lyceum.Media.Stun;

namespace Lyceum.Media;

/// <summary>What a connection carries: a publisher's media or a subscriber's feedback. Called under the room's lock.</summary>
internal interface IConnectionUser
{
    void OnRtp(Span<byte> packet, in RtpHeader header, long now, PacketOut send);
    void OnRtcp(ReadOnlySpan<byte> compound, long now, PacketOut send);
    void OnStateChanged(ConnectionState state);
}

/// <summary>One peer connection's transport: ICE, DTLS and SRTP in their order. Everything happens under the room's lock.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly long SilentAfter = (long)TimeSpan.FromSeconds(6).TotalMicroseconds;
    private static readonly long GoneAfter = (long)TimeSpan.FromMinutes(2).TotalMicroseconds;
    private readonly IConnectionUser user;
    private readonly ServerParts parts;
    private readonly List<ulong> fragments = [];
    private RateLimit limit;
    private DtlsConnection? dtls;
    private SrtpReceiver? receiver;
    private SrtpSender? sender;
    private readonly long madeAt;
    private bool hasConsent;

    public Connection(Room room, IConnectionUser user, ServerParts parts)
    {
        (Room, this.user, this.parts, madeAt) = (room, user, parts, parts.Clock.Now);
        limit = new RateLimit(parts.Settings.MaxPacketsPerSecond, parts.Settings.MaxBitsPerSecond);
        Register();
    }

    public Room Room { get; }
    public IcePath Ice { get; } = new();
    public ConnectionState State { get; private set; } = ConnectionState.Waiting;
    public Fingerprint? Peer { get; private set; }
    public bool CanSend => sender is not null && Ice.IsOpen && hasConsent;

    public LocalEndpoint Endpoint => new(Ice.Local, parts.Identity.Fingerprint, parts.Candidates);

    /// <summary>The certificate that the signalling named: only with it may the DTLS handshake begin.</summary>
    public void Expect(Fingerprint peer)
    {
        Peer = peer;
        dtls ??= new DtlsConnection(parts.Identity, peer);
    }

    public void RestartIce()
    {
        Ice.Restart();
        Register();
    }

    public void OnStun(StunMessage check, UdpSocket socket, in PeerAddress from, long now, PacketOut send)
    {
        var before = Ice.Peer;
        var wasOpen = Ice.IsOpen;
        var length = Ice.Answer(check, socket, from, now, send.Reserve(), out var moved);
        if (length == 0) return;
        send.Commit(length, socket, from);
        hasConsent = true;
        if (moved)
        {
            if (wasOpen) parts.Routes.Unbind(before, this);
            parts.Routes.Bind(Ice.Peer, this);
        }
        if (sender is not null) ChangeTo(ConnectionState.Connected);
    }

    public void OnDatagram(Span<byte> packet, long now, PacketOut send)
    {
        if (packet[0] is >= 20 and <= 63) OnDtls(packet, send);
        else if (packet[0] is >= 128 and <= 191) OnMedia(packet, now, send);
    }

    private void OnDtls(ReadOnlySpan<byte> packet, PacketOut send)
    {
        if (dtls is null) return;
        dtls.Receive(packet);
        FlushDtls(send);
        if (dtls.State == DtlsState.Established && sender is null)
        {
            var keys = dtls.Keys!;
            receiver = new SrtpReceiver(SrtpCipher.Create(keys.Profile, keys.Client));
            sender = new SrtpSender(SrtpCipher.Create(keys.Profile, keys.Server));
            ChangeTo(ConnectionState.Connected);
        }
        else if (dtls.State is DtlsState.Failed or DtlsState.Closed) ChangeTo(ConnectionState.Gone);
    }

    private void OnMedia(Span<byte> packet, long now, PacketOut send)
    {
        if (receiver is null || packet.Length < 12) return;
        var counters = Room.Counters;
        if (!limit.Allows(packet.Length, now))
        {
            counters.OverLimit++;
            return;
        }
        counters.PacketsIn++;
        counters.BytesIn += packet.Length;
        // RTCP's types lie where RTP has its marker and payload type (RFC 5761 §4).
        if (packet[1] is >= 192 and <= 223)
        {
            var length = receiver.UnprotectRtcp(packet);
            if (length > 0) user.OnRtcp(packet[..length], now, send);
            else counters.Refused++;
        }
        else if (RtpHeader.TryParse(packet, out var header) && receiver.UnprotectRtp(packet, header) is >= 0 and var plain)
            user.OnRtp(packet[..plain], header, now, send);
        else counters.Refused++;
    }

    /// <summary>What was sent under transport-wide numbers.</summary>
    public TransportHistory Sent { get; } = new();

    /// <summary>Gives the RTP packet that stands in the reserved slot its number, protects and sends it.</summary>
    public int SendRtp(PacketOut send, Span<byte> slot, int length, int header, uint ssrc, ushort sequence, ref PacketIndex stream, long now, bool isNumbered)
    {
        if (isNumbered) OutgoingHeader.Number(slot, Sent.Add(length, now));
        var sealedLength = sender!.ProtectRtp(slot, length, header, ssrc, sequence, ref stream);
        send.Commit(sealedLength, Ice.Socket!, Ice.Peer);
        Room.Counters.PacketsOut++;
        Room.Counters.BytesOut += sealedLength;
        return sealedLength;
    }

    public void SendRtcp(PacketOut send, Span<byte> slot, int length, uint ssrc)
    {
        if (length == 0 || !CanSend) return;
        send.Commit(sender!.ProtectRtcp(slot, length, ssrc), Ice.Socket!, Ice.Peer);
    }

    public void Tick(long now, PacketOut send)
    {
        if (State == ConnectionState.Gone) return;
        if (dtls is { State: DtlsState.Handshaking } && Ice.IsOpen)
        {
            dtls.HandleTimeout();
            FlushDtls(send);
        }
        hasConsent = Ice.HasConsent(now);
        // Without consent nothing is sent, but the keys are kept a while: an ICE restart goes on where it stopped.
        if (now - Math.Max(madeAt, Ice.LastCheck) > GoneAfter) ChangeTo(ConnectionState.Gone);
        else if (State == ConnectionState.Connected && now - Ice.LastCheck > SilentAfter) ChangeTo(ConnectionState.Silent);
    }

    public void Goodbye(PacketOut send)
    {
        dtls?.Shutdown();
        FlushDtls(send);
    }

    private void FlushDtls(PacketOut send)
    {
        if (dtls is null || !Ice.IsOpen) return;
        while (dtls.TryTake(send.Reserve()) is > 0 and var length) send.Commit(length, Ice.Socket!, Ice.Peer);
    }

    private void ChangeTo(ConnectionState state)
    {
        if (State == state || State == ConnectionState.Gone) return;
        State = state;
        user.OnStateChanged(state);
    }

    private void Register()
    {
        fragments.Add(Ice.Local.Key);
        parts.Routes.Add(Ice.Local.Key, this);
        if (fragments.Count <= 2) return;
        parts.Routes.Remove(fragments[0]);
        fragments.RemoveAt(0);
    }

    public void Dispose()
    {
        State = ConnectionState.Gone;
        foreach (var fragment in fragments) parts.Routes.Remove(fragment);
        if (Ice.IsOpen) parts.Routes.Unbind(Ice.Peer, this);
        Ice.Close();
        dtls?.Dispose();
        receiver?.Dispose();
        sender?.Dispose();
        (dtls, receiver, sender) = (null, null, null);
    }
}
