using Lyceum.Media.Rtp;

namespace Lyceum.Media.Tests.Rtp;

public class RtpTests
{
    private static readonly byte[] Keyframe = Fuzz.Corpus.Rtp[1];

    [Fact]
    public void A_header_is_read_with_its_extensions()
    {
        Assert.True(RtpHeader.TryParse(Keyframe, out var header));
        Assert.Equal((96, 2, 3000u, 0x99u, true), (header.PayloadType, header.Sequence, header.Timestamp, header.Ssrc, header.Marker));
        var found = new Dictionary<byte, string>();
        var extensions = new RtpExtensions(Keyframe, header);
        while (extensions.MoveNext()) found[extensions.Id] = Convert.ToHexString(extensions.Value);
        Assert.Equal(new Dictionary<byte, string> { [4] = "30", [10] = "71", [3] = "0002" }, found);
    }

    [Fact]
    public void A_keyframe_tells_its_numbers_and_its_size()
    {
        RtpHeader.TryParse(Keyframe, out var header);
        Assert.True(Vp8Descriptor.TryParse(header.Payload(Keyframe), out var vp8));
        Assert.True(vp8.IsKeyframe);
        Assert.Equal((640, 360), (vp8.Width, vp8.Height));
        Assert.Equal((0x102, 7, 0), (vp8.PictureId, vp8.Tl0PicIdx, vp8.TemporalLayer));
    }

    [Fact]
    public void Rewritten_numbers_are_read_back_and_nothing_else_changes()
    {
        RtpHeader.TryParse(Keyframe, out var header);
        var payload = header.Payload(Keyframe).ToArray();
        Vp8Descriptor.TryParse(payload, out var before);
        before.Rewrite(payload, 0x7ABC, 200);
        Assert.True(Vp8Descriptor.TryParse(payload, out var after));
        Assert.Equal((0x7ABC, 200), (after.PictureId, after.Tl0PicIdx));
        Assert.Equal((before.Length, before.Width, before.IsKeyframe), (after.Length, after.Width, after.IsKeyframe));
    }

    [Fact]
    public void Padding_is_no_payload()
    {
        byte[] packet = [0xA0, 96, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7, 8, 9, 0, 2];
        RtpHeader.TryParse(packet, out var header);
        Assert.Equal([7, 8, 9], header.Payload(packet).ToArray());
        packet[^1] = 200;
        Assert.True(header.Payload(packet).IsEmpty);
    }
}
