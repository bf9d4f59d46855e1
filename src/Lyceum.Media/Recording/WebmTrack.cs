using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lyceum.Media.Recording;

/// <summary>The parts of a WebM file about its one track (RFC 9559 §5.1.4; for Opus RFC 7845 §5.1).</summary>
public static class WebmTrack
{
    private const uint Tracks = 0x1654AE6B, Entry = 0xAE, Number = 0xD7, Uid = 0x73C5, Type = 0x83, Lacing = 0x9C, Codec = 0x86,
        CodecPrivate = 0x63A2, CodecDelay = 0x56AA, SeekPreRoll = 0x56BB, Video = 0xE0, Width = 0xB0, Height = 0xBA,
        Audio = 0xE1, SamplingFrequency = 0xB5, Channels = 0x9F;

    public static void WriteVp8(EbmlWriter writer, int width, int height) => writer.Master(Tracks, tracks => tracks.Master(Entry, entry =>
    {
        WriteCommon(entry, 1, "V_VP8"u8);
        entry.Master(Video, video =>
        {
            video.UInt(Width, (ulong)width);
            video.UInt(Height, (ulong)height);
        });
    }));

    public static void WriteOpus(EbmlWriter writer) => writer.Master(Tracks, tracks => tracks.Master(Entry, entry =>
    {
        WriteCommon(entry, 2, "A_OPUS"u8);
        Span<byte> head = stackalloc byte[19];
        head.Clear();
        "OpusHead"u8.CopyTo(head);
        (head[8], head[9]) = (1, 2);
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], 48_000);
        entry.Binary(CodecPrivate, head);
        entry.UInt(CodecDelay, 0);
        entry.UInt(SeekPreRoll, 80_000_000);
        entry.Master(Audio, audio =>
        {
            audio.Float(SamplingFrequency, 48_000);
            audio.UInt(Channels, 2);
        });
    }));

    private static void WriteCommon(EbmlWriter entry, ulong type, ReadOnlySpan<byte> codec)
    {
        entry.UInt(Number, 1);
        entry.UInt(Uid, (ulong)RandomNumberGenerator.GetInt32(1, int.MaxValue));
        entry.UInt(Type, type);
        entry.UInt(Lacing, 0);
        entry.Text(Codec, codec);
    }
}
