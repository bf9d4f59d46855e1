using System.Net;
using System.Text;
using Lyceum.Media.Sockets;
using Lyceum.Media.Stun;

namespace Lyceum.Media.Tests.Stun;

public class StunMessageTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes(Rfc5769.Password);

    [Fact]
    public void The_sample_request_is_read_and_proves_its_password()
    {
        Assert.True(StunMessage.TryParse(Rfc5769.Request, out var message));
        Assert.Equal(StunCode.BindingRequest, message.Type);
        Assert.True(message.TryGet(StunCode.Username, out var username));
        Assert.Equal("evtj:h6vY", Encoding.ASCII.GetString(username));
        Assert.True(message.HasIntegrity(Key));
        Assert.True(message.HasFingerprint());
    }

    [Theory]
    [InlineData(4), InlineData(20), InlineData(44), InlineData(70), InlineData(80)]
    public void A_request_changed_in_one_bit_no_longer_proves_its_password(int at)
    {
        var bytes = Rfc5769.Request.ToArray();
        bytes[at] ^= 1;
        Assert.False(StunMessage.TryParse(bytes, out var message) && message.HasIntegrity(Key));
        Assert.False(StunMessage.TryParse(bytes, out message) && message.HasFingerprint());
    }

    [Fact]
    public void An_attribute_after_the_integrity_is_ignored()
    {
        var bytes = Rfc5769.Request.Take(Rfc5769.Request.Length - 8).Concat(new byte[] { 0, 0x25, 0, 0 }).ToArray();
        bytes[3] = (byte)(bytes.Length - 20);
        Assert.True(StunMessage.TryParse(bytes, out var message));
        Assert.False(message.TryGet(StunCode.UseCandidate, out _));
    }

    [Fact]
    public void The_sample_responses_are_written_byte_for_byte()
    {
        Assert.Equal(Rfc5769.IPv4Response, Respond(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 32853)));
        Assert.Equal(Rfc5769.IPv6Response, Respond(new IPEndPoint(IPAddress.Parse("2001:db8:1234:5678:11:2233:4455:6677"), 32853)));
    }

    private static byte[] Respond(IPEndPoint mapped)
    {
        var bytes = new byte[256];
        var writer = new StunWriter(bytes, StunCode.BindingSuccess, Rfc5769.Request.AsSpan(8, 12));
        // The samples pad with a space where most write zero.
        writer.Add(StunCode.Software, "test vector"u8);
        bytes[writer.Length - 1] = 0x20;
        writer.AddXorMappedAddress(PeerAddress.From(mapped));
        writer.AddIntegrity(Key);
        writer.AddFingerprint();
        return bytes[..writer.Length];
    }
}
