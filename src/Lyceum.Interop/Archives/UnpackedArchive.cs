namespace Lyceum.Interop.Archives;

/// <summary>A file of an unpacked archive. <paramref name="Length"/> in bytes, counted while unpacking.</summary>
public sealed record UnpackedFile(string Name, long Length, string StagedAs);

/// <summary>
/// An archive whose every entry has been checked and unpacked to a staging folder of its own, which goes when this is disposed.
/// Staged files bear numbers, so no name that an archive holds ever reaches the file system. Archives inside stay packed.
/// </summary>
public sealed class UnpackedArchive : IDisposable
{
    private readonly StagingFolder folder;
    private readonly Dictionary<string, UnpackedFile> byName;
    private readonly ILookup<string, UnpackedFile> byFoldedName;

    internal UnpackedArchive(StagingFolder folder, IReadOnlyList<UnpackedFile> files)
    {
        this.folder = folder;
        Files = files;
        byName = files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        byFoldedName = files.ToLookup(f => f.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of the archive.</summary>
    public IReadOnlyList<UnpackedFile> Files { get; }

    /// <summary>By its exact name, or else by the only one that differs in case alone: makers on Windows mix the two.</summary>
    public UnpackedFile? Find(string name) =>
        byName.TryGetValue(name, out var file) ? file : byFoldedName[name].Take(2).ToArray() is [var only] ? only : null;

    public FileStream Open(UnpackedFile file) => File.OpenRead(file.StagedAs);

    public void Dispose() => folder.Dispose();
}
