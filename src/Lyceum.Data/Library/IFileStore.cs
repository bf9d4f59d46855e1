using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>Content kept once under its SHA-256 (lower-case hex). What was put is durable when the call returns.</summary>
public interface IFileStore
{
    /// <summary>Reads <paramref name="content"/> to its end; refused beyond <paramref name="limit"/> bytes, and then nothing is left behind.</summary>
    Task<Outcome<StoredContent>> Put(Stream content, long limit, CancellationToken ct);

    /// <summary>A seekable stream, or null when no such content is kept.</summary>
    Task<Stream?> Open(string hash, CancellationToken ct);

    IAsyncEnumerable<string> AllHashes(CancellationToken ct);

    /// <summary>Nothing happens when no such content is kept.</summary>
    Task Delete(string hash, CancellationToken ct);
}

public sealed record StoredContent(string Hash, long Length);
