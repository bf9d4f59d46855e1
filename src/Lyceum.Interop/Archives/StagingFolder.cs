namespace Lyceum.Interop.Archives;

/// <summary>A folder that exists while something is being taken in, and never longer.</summary>
internal sealed class StagingFolder : IDisposable
{
    private int next;

    public StagingFolder(string within)
    {
        Path = System.IO.Path.Combine(within, $"staging-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string NextName() => System.IO.Path.Combine(Path, (++next).ToString("D6", System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
