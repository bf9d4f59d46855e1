using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lyceum.Interop.Tests.Archives;

/// <summary>Archives made for tests, honest and hostile.</summary>
internal static class Zip
{
    /// <param name="entries">A null content makes a folder.</param>
    public static MemoryStream Of(params (string Name, string? Content)[] entries) => Write(zip =>
    {
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content ?? ""));
        }
    });

    public static MemoryStream OfBytes(string name, byte[] content) => Write(zip =>
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    });

    public static MemoryStream OfZeros(string name, int length) => OfBytes(name, new byte[length]);

    public static MemoryStream WithUnixKind(string name, string content, int kind) => Write(zip =>
    {
        var entry = zip.CreateEntry(name);
        entry.ExternalAttributes = (kind | 0x1FF) << 16;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    });

    /// <summary>An archive whose central directory lies about the unpacked length (APPNOTE 4.3.12, offset 24).</summary>
    public static MemoryStream ThatDeclares(int length, string content)
    {
        var bytes = Of(("liar.txt", content)).ToArray();
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), length);
        return new MemoryStream(bytes);
    }

    private static MemoryStream Write(Action<ZipArchive> fill)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        stream.Position = 0;
        return stream;
    }
}
