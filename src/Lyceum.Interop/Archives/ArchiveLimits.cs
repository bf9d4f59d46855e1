namespace Lyceum.Interop.Archives;

/// <summary>
/// What an archive may be at most. Lengths are in bytes, of the unpacked content; <paramref name="Ratio"/> is unpacked length
/// divided by packed length. Text and markup pack to a tenth or so, the densest honest content seen to a fiftieth.
/// </summary>
public sealed record ArchiveLimits(int Entries, long EntryLength, long TotalLength, int Ratio)
{
    public static ArchiveLimits Default { get; } = new(20_000, 4L << 30, 16L << 30, 200);

    /// <summary>Below this an archive may be as dense as it likes: it cannot fill a disk, and small repetitive files are common.</summary>
    public const long NoRatioBelow = 16 << 20;

    public bool IsTooDense(long unpacked, long packed) => unpacked > NoRatioBelow && unpacked / Math.Max(packed, 1) > Ratio;
}
