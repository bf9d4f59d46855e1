using System.Buffers;
using System.IO.Compression;
using Lyceum.Domain;

namespace Lyceum.Interop.Archives;

/// <summary>
/// Unpacks a zip archive from strangers: first every entry's name, kind and declared length is judged, then each is unpacked
/// while its real length is counted, because a declared length may lie. A refusal leaves nothing behind.
/// </summary>
public static class UnpackArchive
{
    private const int UnixKindMask = 0xF000, UnixFile = 0x8000, UnixFolder = 0x4000;

    /// <param name="packed">Seekable; stays open.</param>
    /// <param name="within">An existing folder in which the staging folder is made.</param>
    public static async Task<Outcome<UnpackedArchive>> From(Stream packed, string within, ArchiveLimits limits, CancellationToken ct = default)
    {
        using var zip = Zip(packed);
        if (zip is null)
            return ArchiveRefusals.NotAnArchive;
        var entries = Judge(zip, packed.Length, limits);
        if (entries.IsRefused)
            return entries.Refusal;

        StagingFolder.RemoveAbandoned(within);
        var folder = new StagingFolder(within);
        try
        {
            var files = await Unpack(entries.Value, folder, packed.Length, limits, ct);
            if (!files.IsRefused)
            {
                var unpacked = new UnpackedArchive(folder, files.Value);
                folder = null;
                return unpacked;
            }
            return files.Refusal;
        }
        finally
        {
            folder?.Dispose();
        }
    }

    private static ZipArchive? Zip(Stream packed)
    {
        try
        {
            var zip = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries.Count; // the directory of an archive is read at its first use
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            return null;
        }
    }

    private static Outcome<List<(string Name, ZipArchiveEntry Entry)>> Judge(ZipArchive zip, long packedLength, ArchiveLimits limits)
    {
        if (zip.Entries.Count > limits.Entries)
            return ArchiveRefusals.TooManyEntries(limits.Entries);
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            var name = EntryName.Check(entry.FullName);
            if (name.IsRefused)
                return name.Refusal;
            if (Fault(entry, limits) is { } fault)
                return fault;
            if ((total += entry.Length) > limits.TotalLength)
                return ArchiveRefusals.TooLarge;
            if (!name.Value.EndsWith('/') && !files.TryAdd(name.Value, entry))
                return ArchiveRefusals.NameTwice(name.Value);
        }
        if (limits.IsTooDense(total, packedLength))
            return ArchiveRefusals.TooDense;
        return files.Select(f => (f.Key, f.Value)).ToList();
    }

    private static Refusal? Fault(ZipArchiveEntry entry, ArchiveLimits limits)
    {
        var unixKind = (entry.ExternalAttributes >> 16) & UnixKindMask;
        if (unixKind is not (0 or UnixFile or UnixFolder))
            return ArchiveRefusals.NotAFile(entry.FullName);
        if (entry.IsEncrypted)
            return ArchiveRefusals.Encrypted(entry.FullName);
        return entry.Length > limits.EntryLength ? ArchiveRefusals.EntryTooLarge(entry.FullName) : null;
    }

    private static async Task<Outcome<List<UnpackedFile>>> Unpack(
        List<(string Name, ZipArchiveEntry Entry)> entries, StagingFolder folder, long packedLength, ArchiveLimits limits, CancellationToken ct)
    {
        var files = new List<UnpackedFile>(entries.Count);
        var total = 0L;
        foreach (var (name, entry) in entries)
        {
            var stagedAs = folder.NextName();
            var length = await Copy(entry, stagedAs, ct);
            if (length is null)
                return ArchiveRefusals.Damaged(name);
            total += length.Value;
            if (total > limits.TotalLength || limits.IsTooDense(total, packedLength))
                return ArchiveRefusals.TooDense;
            files.Add(new UnpackedFile(name, length.Value, stagedAs));
        }
        return files;
    }

    /// <summary>The length copied, or null where the entry is damaged or not of the length that it declares; the platform does not compare check sums.</summary>
    private static async Task<long?> Copy(ZipArchiveEntry entry, string to, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            await using var from = entry.Open();
            await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            var (copied, check) = (0L, Crc32.Start);
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                if ((copied += read) > entry.Length)
                    return null;
                check = Crc32.Add(check, buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            return copied == entry.Length && Crc32.End(check) == entry.Crc32 ? copied : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
