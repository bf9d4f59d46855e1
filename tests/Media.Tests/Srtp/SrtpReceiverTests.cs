using Lyceum.Media.Rtp;
using Lyceum.Media.Srtp;

namespace Lyceum.Media.Tests.Srtp;

public class SrtpReceiverTests
{
    private static readonly SrtpMaster Master = new(new byte[16], new byte[12]);
    private readonly SrtpSender sender = new(SrtpCipher.Create(SrtpProfile.AeadAes128Gcm, Master));
    private readonly SrtpReceiver receiver = new(SrtpCipher.Create(SrtpProfile.AeadAes128Gcm, Master));
    private PacketIndex index;

    [Fact]
    public void A_packet_is_taken_once()
    {
        var packet = Sealed(7, 100);
        Assert.Equal(20, Take(packet));
        Assert.Equal(-1, Take(packet));
    }

    [Fact]
    public void A_stream_goes_on_when_its_sequence_numbers_begin_anew()
    {
        for (var i = 65_000; i < 67_000; i++) Assert.Equal(20, Take(Sealed(7, (ushort)i)));
    }

    [Fact]
    public void However_many_streams_come_the_newest_are_taken()
    {
        for (uint ssrc = 1; ssrc < 300; ssrc++)
        {
            index = default;
            Assert.Equal(20, Take(Sealed(ssrc, 1)));
        }
    }

    private byte[] Sealed(uint ssrc, ushort sequence)
    {
        var packet = new byte[64];
        RtpHeader.Write(packet, 96, false, sequence, 0, ssrc);
        return packet[..sender.ProtectRtp(packet, 20, 12, ssrc, sequence, ref index)];
    }

    private int Take(byte[] packet)
    {
        var copy = packet.ToArray();
        RtpHeader.TryParse(copy, out var header);
        return receiver.UnprotectRtp(copy, header);
    }
}
