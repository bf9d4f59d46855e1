using System.Text;

namespace Lyceum.Interop.Yjs;

/// <summary>Numbers and strings as lib0 writes them: seven bits a byte, the lowest first; strings as UTF-8 behind their length in bytes.</summary>
internal sealed class YReader(ReadOnlyMemory<byte> encoded)
{
    private static readonly UTF8Encoding Strict = new(false, true);

    public int Position { get; private set; }
    public bool IsAtEnd => Position == encoded.Length;

    public byte Byte() => Position < encoded.Length ? encoded.Span[Position++] : throw new FormatException("It ends too early.");

    public uint Number()
    {
        ulong number = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return number <= uint.MaxValue ? (uint)number : throw new FormatException("The number is too large.");
        }
        throw new FormatException("The number is too large.");
    }

    public int Count(int most) => Number() is var count && count <= (uint)most ? (int)count : throw new FormatException("There are too many.");

    public int Length() => Count(int.MaxValue) is > 0 and var length ? length : throw new FormatException("It has no length.");

    public YId Id() => new(Number(), Count(int.MaxValue));

    public string String()
    {
        var length = Count(encoded.Length - Position);
        try
        {
            var text = Strict.GetString(encoded.Span.Slice(Position, length));
            Position += length;
            return text;
        }
        catch (Exception malformed) when (malformed is DecoderFallbackException or ArgumentOutOfRangeException)
        {
            throw new FormatException("It is no UTF-8.", malformed);
        }
    }

    public ReadOnlyMemory<byte> Since(int from) => encoded[from..Position];
}

internal sealed class YWriter
{
    private readonly MemoryStream written = new();

    public void Number(uint number)
    {
        for (; number >= 0x80; number >>= 7) written.WriteByte((byte)(number | 0x80));
        written.WriteByte((byte)number);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => written.Write(bytes);

    public byte[] ToArray() => written.ToArray();
}
