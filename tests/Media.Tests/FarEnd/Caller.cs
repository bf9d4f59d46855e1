using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Lyceum.Media.Dtls;
using Lyceum.Media.Ice;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sockets;
using Lyceum.Media.Srtp;
using Lyceum.Media.Stun;

namespace Lyceum.Media.FarEnd;

/// <summary>
/// The browser's end of one connection, as small as it can be: checks connectivity, shakes hands, sends and counts packets. Tests of many
/// connections and benches use it where real browsers would be the bottleneck.
/// </summary>
public sealed class Caller(DtlsIdentity identity, IPAddress? address = null) : IDisposable
{
    private static readonly IceCredentials Ours = IceCredentials.New();
    private readonly Socket socket = Bound(address ?? IPAddress.Loopback);
    private readonly byte[] incoming = new byte[2048], outgoing = new byte[2048];
    private readonly SocketAddress from = new(AddressFamily.InterNetwork);
    private DtlsConnection? dtls;
    private SrtpSender? sender;
    private SrtpReceiver? receiver;
    private RemoteEnd? remote;
    private readonly Dictionary<uint, PacketIndex> indices = [];
    private readonly CallerReports reports = new();

    public bool IsConnected => sender is not null;
    public long Packets { get; private set; }
    public long Bytes { get; private set; }
    public long Pictures { get; private set; }

    /// <summary>Packets whose seal was checked and held.</summary>
    public long Opened { get; private set; }
    public long KeyframesAsked { get; private set; }

    /// <summary>Checking every seal costs time that a bench of the server has no use for.</summary>
    public bool ChecksSeals { get; set; } = true;

    private static Socket Bound(IPAddress address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 4 << 20 };
        socket.Bind(new IPEndPoint(address, 0));
        return socket;
    }

    public string OfferToPublish(bool sound, bool picture) => CallerSdp.Offer(Ours, identity.Fingerprint, sound, picture);

    public string AnswerTo(string offer) => CallerSdp.Answer(offer, Ours, identity.Fingerprint);

    /// <summary>Begins to connect to the end that wrote this description.</summary>
    public void Connect(string sdp)
    {
        if (remote is not null) return;
        remote = RemoteEnd.Read(sdp);
        // An answer of "active" makes us the DTLS server.
        dtls = new DtlsConnection(identity, remote.Fingerprint, asServer: remote.Setup == "active");
        Check();
    }

    /// <summary>Sends a connectivity check; to be called every few seconds as consent.</summary>
    public void Check()
    {
        if (remote is null) return;
        var writer = new StunWriter(outgoing, StunCode.BindingRequest, Guid.NewGuid().ToByteArray().AsSpan(0, 12));
        writer.Add(StunCode.Username, Encoding.ASCII.GetBytes($"{remote.Fragment}:{Ours.Fragment}"));
        writer.Add(StunCode.Priority, [0x6E, 0, 1, 0xFF]);
        writer.Add(StunCode.IceControlling, [1, 2, 3, 4, 5, 6, 7, 8]);
        writer.Add(StunCode.UseCandidate, []);
        writer.AddIntegrity(Encoding.ASCII.GetBytes(remote.Password));
        writer.AddFingerprint();
        socket.SendTo(outgoing.AsSpan(0, writer.Length), SocketFlags.None, remote.Address);
        if (!IsConnected) Retry();
    }

    /// <summary>Sends one packet of plain RTP; the span must have room for its seal.</summary>
    public void Send(Span<byte> packet, int length, uint ssrc, ushort sequence)
    {
        if (sender is null) return;
        RtpHeader.TryParse(packet[..length], out var header);
        var total = sender.ProtectRtp(packet, length, header.HeaderLength, ssrc, sequence, ref CollectionsMarshal.GetValueRefOrAddDefault(indices, ssrc, out _));
        socket.SendTo(packet[..total], SocketFlags.None, remote!.Address);
    }

    /// <summary>Sends any bytes to where media goes.</summary>
    public void SendAsItIs(ReadOnlySpan<byte> datagram) => socket.SendTo(datagram, SocketFlags.None, remote!.Address);

    /// <summary>Takes all that arrived. Returns whether anything did.</summary>
    public bool Receive()
    {
        if (socket.Available == 0) return false;
        while (socket.Available > 0) Take(incoming.AsSpan(0, socket.ReceiveFrom(incoming, SocketFlags.None, from)));
        return true;
    }

    private void Take(Span<byte> packet)
    {
        if (packet.IsEmpty) return;
        if (packet[0] <= 3) OnStun(packet);
        else if (packet[0] is >= 20 and <= 63) OnDtls(packet);
        else if (packet[1] is >= 192 and <= 223) OnRtcp(packet);
        else if (RtpHeader.TryParse(packet, out var header))
        {
            Packets++;
            Bytes += packet.Length;
            if (header.PayloadType == CallerSdp.PictureType) Pictures++;
            reports.Arrived(packet, header);
            if (ChecksSeals && receiver?.UnprotectRtp(packet, header) >= 0) Opened++;
        }
    }

    /// <summary>Tells how packets arrived, as a browser does some ten times a second.</summary>
    public void Report()
    {
        if (sender is null || reports.Write(outgoing) is not (> 0 and var length)) return;
        socket.SendTo(outgoing.AsSpan(0, sender.ProtectRtcp(outgoing, length, CallerReports.Ssrc)), SocketFlags.None, remote!.Address);
    }

    /// <summary>A full ICE agent checks us too, and must be answered.</summary>
    private void OnStun(Span<byte> packet)
    {
        if (!StunMessage.TryParse(packet, out var message)) return;
        if (message.Type == StunCode.BindingSuccess && !IsConnected && remote!.Setup != "active") dtls!.Start();
        if (message.Type == StunCode.BindingRequest)
        {
            var writer = new StunWriter(outgoing, StunCode.BindingSuccess, message.TransactionId);
            writer.AddXorMappedAddress(PeerAddress.From(remote!.Address));
            writer.AddIntegrity(Ours.PasswordBytes);
            writer.AddFingerprint();
            socket.SendTo(outgoing.AsSpan(0, writer.Length), SocketFlags.None, remote.Address);
        }
        Flush();
    }

    private void OnDtls(ReadOnlySpan<byte> packet)
    {
        dtls!.Receive(packet);
        Flush();
        if (dtls.State != DtlsState.Established || IsConnected) return;
        var keys = dtls.Keys!;
        var (ours, theirs) = remote!.Setup == "active" ? (keys.Server, keys.Client) : (keys.Client, keys.Server);
        receiver = new SrtpReceiver(SrtpCipher.Create(keys.Profile, theirs));
        sender = new SrtpSender(SrtpCipher.Create(keys.Profile, ours));
    }

    private void OnRtcp(Span<byte> packet)
    {
        if (receiver is null || receiver.UnprotectRtcp(packet) is not (> 0 and var length)) return;
        var reader = new Rtcp.RtcpReader(packet[..length]);
        while (reader.TryRead(out var one))
            if (one.Type == Rtcp.RtcpType.PayloadFeedback && one.Count is Rtcp.RtcpType.PliFormat or Rtcp.RtcpType.FirFormat) KeyframesAsked++;
    }

    private void Retry()
    {
        dtls?.HandleTimeout();
        Flush();
    }

    private void Flush()
    {
        while (dtls!.TryTake(outgoing) is > 0 and var length) socket.SendTo(outgoing.AsSpan(0, length), SocketFlags.None, remote!.Address);
    }

    public void Dispose()
    {
        dtls?.Dispose();
        sender?.Dispose();
        receiver?.Dispose();
        socket.Dispose();
    }
}
