using System.Buffers.Binary;

namespace Lyceum.Media.Recording;

/// <summary>A file, read from anywhere, with some of its parts blank. The parts lie apart, in the order of the file, and are at least two bytes long.</summary>
public sealed class BlankedStream(Stream inner, IReadOnlyList<BlankPart> parts) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => inner.Length;
    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var at = inner.Position;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Blank(buffer.Span[..read], at);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        var at = inner.Position;
        var read = inner.Read(buffer);
        Blank(buffer[..read], at);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Blank(Span<byte> bytes, long at)
    {
        Span<byte> head = stackalloc byte[9];
        for (var i = FirstEndingAfter(at); i < parts.Count && parts[i].At < at + bytes.Length; i++)
        {
            var part = parts[i];
            var from = Math.Max(part.At, at);
            var until = Math.Min(part.At + part.Length, at + bytes.Length);
            bytes[(int)(from - at)..(int)(until - at)].Clear();
            var headLength = WriteHead(head, part.Length);
            for (var place = from; place < Math.Min(until, part.At + headLength); place++) bytes[(int)(place - at)] = head[(int)(place - part.At)];
        }
    }

    private static int WriteHead(Span<byte> head, long length)
    {
        head[0] = 0xEC;
        if (length < 10)
        {
            head[1] = (byte)(0x80 | (length - 2));
            return 2;
        }
        BinaryPrimitives.WriteUInt64BigEndian(head[1..], (ulong)(length - 9) | 1UL << 56);
        return 9;
    }

    private int FirstEndingAfter(long at)
    {
        var (low, high) = (0, parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (parts[middle].At + parts[middle].Length <= at) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
