namespace Lyceum.Web.Features.Classes.Captions.Machine;

/// <summary>
/// The bytes of a recording of sound that is still being written (WebM, each cluster written whole): its head, and everything from the last
/// cluster on that is there when it is opened.
/// </summary>
internal sealed class GrowingTrack(string path)
{
    private const int LongestHead = 4096, LastPart = 1 << 17;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(250);
    /// <summary>How a cluster begins (RFC 9559 §5.1.3).</summary>
    private static readonly byte[] Cluster = [0x1F, 0x43, 0xB6, 0x75];

    /// <summary>Until it is cancelled.</summary>
    public async Task CopyTo(Stream target, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 14, FileOptions.Asynchronous);
        using var timer = new PeriodicTimer(LooksEvery);
        byte[]? head;
        while ((head = await HeadOf(file, ct)) is null) await timer.WaitForNextTickAsync(ct);
        await target.WriteAsync(head, ct);
        file.Position = await LastClusterOf(file, head.Length, ct);
        do
        {
            await file.CopyToAsync(target, ct);
            await target.FlushAsync(ct);
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    // Null as long as no cluster is there.
    private static async Task<byte[]?> HeadOf(FileStream file, CancellationToken ct)
    {
        file.Position = 0;
        var begin = new byte[LongestHead];
        var length = await file.ReadAtLeastAsync(begin, LongestHead, throwOnEndOfStream: false, ct);
        var at = begin.AsSpan(0, length).IndexOf(Cluster);
        return at < 0 ? null : begin[..at];
    }

    private static async Task<long> LastClusterOf(FileStream file, int headLength, CancellationToken ct)
    {
        var from = Math.Max(headLength, file.Length - LastPart);
        file.Position = from;
        var end = new byte[LastPart];
        var length = await file.ReadAtLeastAsync(end, LastPart, throwOnEndOfStream: false, ct);
        var at = end.AsSpan(0, length).LastIndexOf(Cluster);
        return at < 0 ? headLength : from + at;
    }
}
