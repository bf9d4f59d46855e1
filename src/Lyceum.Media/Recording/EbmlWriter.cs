using System.Buffers.Binary;

namespace Lyceum.Media.Recording;

/// <summary>Writes EBML elements into memory that grows (RFC 8794 §4 to §7). Ids are given as they stand in the file, marker bits and all.</summary>
public sealed class EbmlWriter(int capacity = 1024)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void UInt(uint id, ulong value)
    {
        var size = 1;
        while (size < 8 && value >> (8 * size) != 0) size++;
        Begin(id, size);
        var place = Take(size);
        for (var i = size - 1; i >= 0; i--, value >>= 8) place[i] = (byte)value;
    }

    public void Float(uint id, double value)
    {
        Begin(id, 8);
        BinaryPrimitives.WriteDoubleBigEndian(Take(8), value);
    }

    public void Text(uint id, ReadOnlySpan<byte> ascii) => Binary(id, ascii);

    public void Binary(uint id, ReadOnlySpan<byte> value)
    {
        Begin(id, value.Length);
        value.CopyTo(Take(value.Length));
    }

    /// <summary>An element whose content is what <paramref name="content"/> writes.</summary>
    public void Master(uint id, Action<EbmlWriter> content)
    {
        Id(id);
        var sizeAt = Length;
        Take(8);
        content(this);
        // Sizes of eight bytes everywhere: longer than need be, but known only now.
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(sizeAt), (ulong)(uint)(Length - sizeAt - 8) | 1UL << 56);
    }

    /// <summary>The header of an element whose size is not known until its end (RFC 8794 §6.2).</summary>
    public void UnknownSize(uint id)
    {
        Id(id);
        BinaryPrimitives.WriteUInt64BigEndian(Take(8), 0x01FFFFFFFFFFFFFF);
    }

    /// <summary>Fills <paramref name="total"/> bytes, header included, to be overwritten later (RFC 8794 §11.3.2).</summary>
    public void Void(int total)
    {
        Id(0xEC);
        BinaryPrimitives.WriteUInt64BigEndian(Take(8), (ulong)(uint)(total - 9) | 1UL << 56);
        Take(total - 9).Clear();
    }

    /// <summary>A frame in a cluster: track 1, without lacing (RFC 9559 §10.2).</summary>
    public void SimpleBlock(short relativeMilliseconds, bool isKeyframe, ReadOnlySpan<byte> frame)
    {
        Begin(0xA3, frame.Length + 4);
        var place = Take(4);
        place[0] = 0x81;
        BinaryPrimitives.WriteInt16BigEndian(place[1..], relativeMilliseconds);
        place[3] = (byte)(isKeyframe ? 0x80 : 0);
        frame.CopyTo(Take(frame.Length));
    }

    /// <summary>Appends what another writer holds.</summary>
    public void Append(EbmlWriter other) => other.Written.CopyTo(Take(other.Length));

    private void Begin(uint id, int size)
    {
        Id(id);
        BinaryPrimitives.WriteUInt32BigEndian(Take(4), (uint)size | 0x10000000);
    }

    private void Id(uint id)
    {
        var size = id > 0xFFFFFF ? 4 : id > 0xFFFF ? 3 : id > 0xFF ? 2 : 1;
        var place = Take(size);
        for (var i = size - 1; i >= 0; i--, id >>= 8) place[i] = (byte)id;
    }

    private Span<byte> Take(int count)
    {
        if (Length + count > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
