using System.Text;
using Lyceum.Media.Dtls;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Recording;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;
using Lyceum.Media.Srtp;
using Lyceum.Media.Stun;

namespace Lyceum.Media.Tests.Fuzz;

/// <summary>
/// Any bytes at all through every parser: nothing is thrown, and no parser of packets allocates. The cases are random bytes, and real packets
/// mutated, from a fixed seed; the corpus beside this file holds what mutation starts from.
/// </summary>
public class AnyBytesTests
{
    private static readonly int Cases = LongTests.AreOn ? 3_000_000 : 150_000;
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("VOkJxbRl1RmTxUk/WvJxBt");

    [Fact]
    public void Stun_takes_any_bytes() => Feed(Corpus.Stun, bytes =>
    {
        if (!StunMessage.TryParse(bytes, out var message)) return;
        message.TryGet(StunCode.Username, out _);
        message.HasFingerprint();
        message.HasIntegrity(Key);
    });

    [Fact]
    public void Rtp_takes_any_bytes() => Feed(Corpus.Rtp, bytes =>
    {
        if (!RtpHeader.TryParse(bytes, out var header)) return;
        var extensions = new RtpExtensions(bytes, header);
        while (extensions.MoveNext()) _ = extensions.Value.Length;
        if (Vp8Descriptor.TryParse(header.Payload(bytes), out var vp8)) vp8.Rewrite(bytes[header.HeaderLength..], 77, 7);
    });

    [Fact]
    public void Rtcp_takes_any_bytes() => Feed(Corpus.Rtcp, bytes =>
    {
        var reader = new RtcpReader(bytes);
        while (reader.TryRead(out var packet))
        {
            SenderReport.TryRead(packet, out _);
            for (var i = 0; ReportBlock.TryRead(packet, i, out _); i++) { }
            Remb.TryRead(packet, out _);
            var lost = new NackReader(packet);
            while (lost.MoveNext()) _ = lost.Sequence;
            var told = new TransportFeedbackReader(packet);
            while (told.MoveNext()) _ = told.ArrivedAt;
        }
    });

    [Fact]
    public void Socket_addresses_take_any_bytes() => Feed(Corpus.Stun, bytes => PeerAddress.TryRead(bytes, out _));

    [Theory]
    [InlineData(SrtpProfile.AeadAes128Gcm, 12), InlineData(SrtpProfile.AesCm128HmacSha1With80BitTag, 14)]
    public void Forged_packets_are_refused_whatever_they_hold_and_cost_no_memory(SrtpProfile profile, int saltBytes)
    {
        using var receiver = new SrtpReceiver(SrtpCipher.Create(profile, new SrtpMaster(new byte[16], new byte[saltBytes])));
        Feed(Corpus.Rtp, bytes =>
        {
            if (RtpHeader.TryParse(bytes, out var header) && receiver.UnprotectRtp(bytes, header) != -1) Assert.Fail("A forged packet passed.");
            if (receiver.UnprotectRtcp(bytes) != -1) Assert.Fail("A forged report passed.");
        });
    }

    [Fact]
    public void Session_descriptions_take_any_text() => Feed(Corpus.Sdp, bytes =>
    {
        if (!SessionDescription.TryParse(Encoding.Latin1.GetString(bytes), out var description, out _)) return;
        var local = new LocalEndpoint(Ice.IceCredentialsForTests.One, new Fingerprint("AB"), []);
        if (PublishAnswer.TryMake(description, local, 1, out var answer, out _))
            Assert.True(SessionDescription.TryParse(answer.Sdp, out _, out var problem), problem);
        SubscribeAnswer.TryRead(description, out _, out _);
    }, mayAllocate: true, cases: Cases / 15);

    [Fact]
    public void Frames_are_joined_from_any_payloads()
    {
        var frames = new Vp8Frames();
        var order = new ReorderBuffer();
        uint at = 0;
        Feed(Corpus.Rtp, bytes =>
        {
            at++;
            frames.Add(at / 3, at % 3 == 0, bytes);
            var sequence = bytes.Length > 1 ? (ushort)(bytes[0] << 8 | bytes[1]) : (ushort)0;
            order.TryAdd(RecordedPacket.Copy(sequence, at, false, bytes, at));
            while (order.TryTake(at * 10_000, out var packet, out _)) packet.Return();
        }, mayAllocate: true);
        Assert.InRange(frames.Frame.Length, 0, 1 << 20);
    }

    [Fact]
    public void Gaps_in_any_sequence_cost_bounded_memory()
    {
        var missing = new MissingPackets();
        var reception = new Reception(90_000);
        var lost = new ushort[64];
        long now = 1;
        Feed(Corpus.Rtp, bytes =>
        {
            if (bytes.Length < 6) return;
            var extended = reception.Arrived((ushort)(bytes[0] << 8 | bytes[1]), (uint)bytes[2] << 8, now += 1000);
            missing.Arrived(extended, now);
            if (missing.Collect(now, lost) is < 0 or > 64) Assert.Fail("More were asked for than there is room.");
        });
    }

    private delegate void Parse(Span<byte> bytes);

    private static void Feed(IReadOnlyList<byte[]> seeds, Parse parse, bool mayAllocate = false, int? cases = null)
    {
        var random = new Random(20_261_122);
        var memory = new byte[4096];
        parse(seeds[0].ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < (cases ?? Cases); i++) parse(memory.AsSpan(0, Mutation.Make(random, seeds, memory)));
        var perCase = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(cases ?? Cases);
        if (!mayAllocate) Assert.InRange(perCase, 0, 0.5);
    }
}
