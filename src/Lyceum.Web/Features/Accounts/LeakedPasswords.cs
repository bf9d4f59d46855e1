using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// The list of passwords that are tried first, lower-case: the first five bytes of the SHA-256 of each, sorted (docs/decisions/0081). Among
/// so many a password that is not on the list is taken for one that is once in some thirty million times.
/// </summary>
internal static class LeakedPasswords
{
    private const int Size = 5;
    private static readonly Lazy<byte[]> List = new(Read);

    public static int Count => List.Value.Length / Size;

    public static bool Hold(string text)
    {
        var sought = Number(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = Number(List.Value.AsSpan(middle * Size, Size));
            if (found == sought) return true;
            if (found < sought) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes)
    {
        Span<byte> wide = stackalloc byte[8];
        bytes[..Size].CopyTo(wide[3..]);
        return BinaryPrimitives.ReadUInt64BigEndian(wide);
    }

    private static byte[] Read()
    {
        using var stream = typeof(LeakedPasswords).Assembly.GetManifestResourceStream("common-passwords")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
