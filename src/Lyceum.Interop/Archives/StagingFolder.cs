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

    /// <summary>Removes what a process left that was killed more than a day ago while it took something in.</summary>
    public static void RemoveAbandoned(string within)
    {
        var dayAgo = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(1);
        foreach (var folder in new DirectoryInfo(within).EnumerateDirectories("staging-*").Where(f => f.LastWriteTimeUtc < dayAgo))
            folder.Delete(recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
