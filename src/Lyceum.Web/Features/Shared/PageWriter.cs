using System.Buffers;
using System.Text;

namespace Lyceum.Web.Features.Shared;

/// <summary>A whole page in UTF-8, in memory that is lent: markup and ready bytes side by side.</summary>
public sealed class PageWriter : TextWriter
{
    private byte[] page = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Good until this writer is disposed of.</summary>
    public ReadOnlyMemory<byte> Written => page.AsMemory(0, length);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(page.AsSpan(length));
        length += bytes.Length;
    }

    public override void Write(ReadOnlySpan<char> text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, page.AsSpan(length));
    }

    public override void Write(char letter) => Write(new ReadOnlySpan<char>(in letter));
    public override void Write(string? text) => Write(text.AsSpan());
    public override void Write(char[] letters, int index, int count) => Write(letters.AsSpan(index, count));

    private void MakeRoom(int more)
    {
        if (page.Length - length >= more) return;
        var wider = ArrayPool<byte>.Shared.Rent(Math.Max(page.Length * 2, length + more));
        page.AsSpan(0, length).CopyTo(wider);
        ArrayPool<byte>.Shared.Return(page);
        page = wider;
    }

    protected override void Dispose(bool disposing)
    {
        if (page.Length > 0) ArrayPool<byte>.Shared.Return(page);
        (page, length) = ([], 0);
        base.Dispose(disposing);
    }
}
