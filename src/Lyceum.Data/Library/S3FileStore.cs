using System.Runtime.CompilerServices;
using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>
/// Content in one bucket. It is first gathered in <paramref name="spool"/>, since its name is its hash, and acknowledged once the store has taken it whole.
/// </summary>
public sealed class S3FileStore(S3Settings settings, string spool) : IFileStore, IDisposable
{
    private readonly IncomingFiles incoming = new(spool);
    private readonly S3Bucket bucket = new(settings);

    public Task<Outcome<StoredContent>> Put(Stream content, long limit, CancellationToken ct) =>
        incoming.Take(content, limit, (taken, path) => bucket.Put(ContentPlaces.Of(taken.Hash), path, taken.Length, ct), ct);

    public Task<Stream?> Open(string hash, CancellationToken ct) => bucket.Open(ContentPlaces.Of(hash), ct);

    public async IAsyncEnumerable<string> AllHashes([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var key in bucket.Keys("", ct))
        {
            var name = key[(key.LastIndexOf('/') + 1)..];
            if (ContentPlaces.IsHash(name)) yield return name;
        }
    }

    public Task Delete(string hash, CancellationToken ct) => bucket.Delete(ContentPlaces.Of(hash), ct);

    /// <inheritdoc cref="S3Bucket.Prepare"/>
    public Task Prepare(CancellationToken ct) => bucket.Prepare(ct);

    public void Dispose() => bucket.Dispose();
}
