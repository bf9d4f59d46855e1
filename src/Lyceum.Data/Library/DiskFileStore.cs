using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>Files below one folder; written beside, flushed to the disk, then renamed into place.</summary>
public sealed class DiskFileStore(string folder) : IFileStore
{
    private readonly IncomingFiles incoming = new(Path.Combine(folder, "incoming"));

    public Task<Outcome<StoredContent>> Put(Stream content, long limit, CancellationToken ct) => incoming.Take(content, limit, Keep, ct);

    public Task<Stream?> Open(string hash, CancellationToken ct)
    {
        var place = PlaceOf(hash);
        return Task.FromResult<Stream?>(File.Exists(place)
            ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous)
            : null);
    }

    public IAsyncEnumerable<string> AllHashes(CancellationToken ct) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Where(ContentPlaces.IsHash).ToAsyncEnumerable();

    public Task Delete(string hash, CancellationToken ct)
    {
        var place = PlaceOf(hash);
        if (File.Exists(place)) File.Delete(place);
        return Task.CompletedTask;
    }

    private Task Keep(StoredContent content, string path)
    {
        var place = PlaceOf(content.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (!File.Exists(place)) File.Move(path, place, overwrite: true);
        return Task.CompletedTask;
    }

    private string PlaceOf(string hash) => Path.Combine(folder, ContentPlaces.Of(hash));
}
