using System.Buffers;
using System.Security.Cryptography;
using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>ab/cd/abcd… below one folder; written beside, flushed to the disk, then renamed into place.</summary>
public sealed class DiskFileStore(string folder) : IFileStore
{
    private readonly string incoming = Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName;

    public async Task<Outcome<StoredContent>> Put(Stream content, long limit, CancellationToken ct)
    {
        var beside = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var copied = await CopyHashed(content, beside, limit, ct);
            if (copied is null) return Refusal.Invalid("This file is larger than {0} MB.", null, limit / 1_000_000);
            var place = PlaceOf(copied.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place)) File.Move(beside, place, overwrite: true);
            return copied;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public Stream? Open(string hash)
    {
        var place = PlaceOf(hash);
        return File.Exists(place)
            ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous)
            : null;
    }

    public IEnumerable<string> AllHashes() =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Where(name => name.Length == 64);

    public void Delete(string hash) => File.Delete(PlaceOf(hash));

    private static async Task<StoredContent?> CopyHashed(Stream content, string path, long limit, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
            long length = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                if ((length += read) > limit) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Flush(flushToDisk: true);
            return new StoredContent(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));
        return Path.Combine(folder, hash[..2], hash[2..4], hash);
    }
}
