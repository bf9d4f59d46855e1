using Lyceum.Media.Srtp;

namespace Lyceum.Media.Tests.Srtp;

public class SrtpVectorTests
{
    private static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", ""));

    private const string Key = "000102030405060708090a0b0c0d0e0f", Salt = "517569642070726f2071756f";
    private const string PlainRtp = "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976697361 20696e207061727465732074726573";
    private const string SealedRtp =
        "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce";
    private const string PlainRtcp = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
    private const string SealedRtcp =
        "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";

    [Fact]
    public void Key_derivation_gives_the_keys_of_rfc_3711_appendix_b3()
    {
        var master = new SrtpMaster(Hex("E1F97A0D3E018BE0D64FA32C06DE4139"), Hex("0EC675AD498AFEEBB6960B3AABE6"));
        Assert.Equal(Hex("C61E7A93744F39EE10734AFE3FF7A087"), SessionKeys.Derive(master, SessionKeys.RtpEncryption, 16));
        Assert.Equal(Hex("30CBBC08863D8C85D49DB34A9AE1"), SessionKeys.Derive(master, SessionKeys.RtpSalt, 14));
        Assert.Equal(Hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"), SessionKeys.Derive(master, SessionKeys.RtpAuthentication, 20));
    }

    [Fact]
    public void Counter_mode_gives_the_key_stream_of_rfc_3711_appendix_b2()
    {
        using var mode = new CounterMode(Hex("2B7E151628AED2A6ABF7158809CF4F3C"), Hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"));
        var stream = new byte[48];
        mode.Apply(stream, 0, 0);
        Assert.Equal(Hex("E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB41E95B3BB0A2E8DD477901E4FCA894C0"), stream);
    }

    [Fact]
    public void Gcm_protects_rtp_as_in_rfc_7714_section_16_1_and_back()
    {
        using var cipher = Gcm();
        var packet = new byte[256];
        var plain = Hex(PlainRtp);
        plain.CopyTo(packet, 0);
        var length = cipher.ProtectRtp(packet, plain.Length, 12, 0x5501a0b2, 0xf17b);
        Assert.Equal(Hex(SealedRtp), packet[..length]);
        Assert.Equal(plain.Length, cipher.UnprotectRtp(packet.AsSpan(0, length), 12, 0x5501a0b2, 0xf17b));
        Assert.Equal(plain, packet[..plain.Length]);
    }

    [Fact]
    public void Gcm_protects_rtcp_as_in_rfc_7714_section_17_1_and_back()
    {
        using var cipher = Gcm();
        var packet = new byte[256];
        var plain = Hex(PlainRtcp);
        plain.CopyTo(packet, 0);
        var length = cipher.ProtectRtcp(packet, plain.Length, 0x4d617273, 0x5d4);
        Assert.Equal(Hex(SealedRtcp), packet[..length]);
        Assert.Equal(plain.Length, cipher.UnprotectRtcp(packet.AsSpan(0, length), 0x4d617273, 0x5d4));
        Assert.Equal(plain, packet[..plain.Length]);
    }

    [Theory]
    [InlineData(SrtpProfile.AeadAes128Gcm), InlineData(SrtpProfile.AesCm128HmacSha1With80BitTag)]
    public void A_packet_changed_in_any_byte_is_not_authentic(SrtpProfile profile)
    {
        var master = new SrtpMaster(Hex(Key), profile == SrtpProfile.AeadAes128Gcm ? Hex(Salt) : new byte[14]);
        using var cipher = SrtpCipher.Create(profile, master);
        var packet = new byte[128];
        Hex(PlainRtp).CopyTo(packet, 0);
        var length = cipher.ProtectRtp(packet, 50, 12, 7, 0x1f17b);
        for (var at = 0; at < length; at++)
        {
            var forged = packet[..length];
            forged[at] ^= 0x10;
            Assert.Equal(-1, cipher.UnprotectRtp(forged, 12, 7, 0x1f17b));
        }
        Assert.Equal(50, cipher.UnprotectRtp(packet.AsSpan(0, length), 12, 7, 0x1f17b));
    }

    private static AesGcmCipher Gcm() => new(Hex(Key), Hex(Salt), Hex(Key), Hex(Salt));
}
