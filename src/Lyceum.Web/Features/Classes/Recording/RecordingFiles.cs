using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The files of recordings, a folder a class.</summary>
public sealed class RecordingFiles(SchoolSettings settings)
{
    public DirectoryInfo FolderOf(Guid classId) => new(Path.Combine(Path.GetFullPath(settings.RecordingsFolder), classId.ToString("N")));

    /// <summary>Bytes, of recordings and what was made of them.</summary>
    public long SizeOf(Guid classId) => FolderOf(classId) is { Exists: true } folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : 0;

    /// <summary>An empty place to make something of the recordings in; whoever asks for it deletes it. What an earlier attempt left is gone.</summary>
    public DirectoryInfo WorkFolder(Guid classId, string what)
    {
        var folder = new DirectoryInfo(Path.Combine(FolderOf(classId).FullName, "made", $"{what}-work"));
        if (folder.Exists) folder.Delete(recursive: true);
        folder.Create();
        return folder;
    }

    /// <summary>What was made of the recordings goes with them.</summary>
    public void DeleteAllBut(Guid classId, IReadOnlySet<string> kept)
    {
        var folder = FolderOf(classId);
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            if (file.Directory!.FullName != folder.FullName || !kept.Contains(file.Name)) file.Delete();
        if (!folder.EnumerateFiles("*", SearchOption.AllDirectories).Any()) folder.Delete(recursive: true);
    }
}
