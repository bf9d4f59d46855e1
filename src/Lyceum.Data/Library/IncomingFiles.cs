using System.Buffers;
using System.Security.Cryptography;
using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>A folder in which content lies until it has come whole and its hash is known.</summary>
internal sealed class IncomingFiles(string folder)
{
    private readonly string folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>Takes content in, flushed to the disk, and hands the file to <paramref name="keep"/>. Whatever happens, no file is left here.</summary>
    public async Task<Outcome<StoredContent>> Take(Stream content, long limit, Func<StoredContent, string, Task> keep, CancellationToken ct)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        try
        {
            var copied = await CopyHashed(content, path, limit, ct);
            if (copied is null) return Refusal.Invalid("This file is larger than {0} MB.", null, limit / 1_000_000);
            await keep(copied, path);
            return copied;
        }
        finally
        {
            File.Delete(path);
        }
    }

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
}
