using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The bytes of a recording wherever they lie, and a word for this version of them that no other recording has.</summary>
public sealed record RecordedFile(Stream Content, string Version);

/// <summary>
/// The files of recordings, a folder a class. They are written to the disk, since they are read while they grow; a school that has a bucket moves
/// them there once the class is over (<see cref="MoveRecordings"/>).
/// </summary>
public sealed class RecordingFiles(SchoolSettings settings, SchoolStore store) : IDisposable
{
    private readonly S3Bucket? bucket = settings.OpenBucket();

    public bool HasBucket => bucket is not null;

    public DirectoryInfo Folder { get; } = new(Path.GetFullPath(settings.RecordingsFolder));

    public DirectoryInfo FolderOf(Guid classId) => new(Path.Combine(Folder.FullName, classId.ToString("N")));

    /// <summary>Bytes, of recordings and what was made of them.</summary>
    public async Task<long> SizeOf(SchoolDb db, Guid classId, CancellationToken ct) => (await SizesOf(db, [classId], ct))[classId];

    /// <inheritdoc cref="SizeOf"/>
    public async Task<IReadOnlyDictionary<Guid, long>> SizesOf(SchoolDb db, IReadOnlyCollection<Guid> classes, CancellationToken ct)
    {
        var moved = bucket is null ? [] : await db.MovedRecordings.Where(m => classes.Contains(m.ClassId)).GroupBy(m => m.ClassId).ToDictionaryAsync(g => g.Key, g => g.Sum(m => m.Bytes), ct);
        return classes.ToDictionary(id => id, id => moved.GetValueOrDefault(id) + OnDisk(id));
    }

    /// <summary>Null when there is none of this name.</summary>
    public async Task<RecordedFile?> Open(SchoolDb db, Guid classId, string name, CancellationToken ct)
    {
        var file = new FileInfo(Path.Combine(FolderOf(classId).FullName, Path.GetFileName(name)));
        try
        {
            if (file.Exists)
                return new(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous), $"{file.Name}-{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}");
        }
        catch (FileNotFoundException)
        {
            // It was moved at this moment.
        }
        if (bucket is null || await db.MovedRecordings.SingleOrDefaultAsync(m => m.ClassId == classId && m.File == file.Name, ct) is not { } moved) return null;
        return new(bucket.Open(KeyOf(classId, file.Name), moved.Bytes), $"{file.Name}-{moved.Bytes:x}-{moved.MovedAt.ToUnixTimeTicks():x}");
    }

    /// <summary>Where a program can read it: as it lies on the disk, or a copy in <paramref name="folder"/>. Null when there is none of this name.</summary>
    public async Task<string?> PathOf(SchoolDb db, Guid classId, string name, string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        if (File.Exists(path)) return path;
        if (await Open(db, classId, name, ct) is not { } file) return null;
        await using var content = file.Content;
        // Where a move may take it from the disk at any moment, a program gets a copy of its own.
        if (content is FileStream onDisk && bucket is null) return onDisk.Name;
        await using var copy = File.Create(path);
        await content.CopyToAsync(copy, ct);
        return path;
    }

    /// <summary>From the disk to the bucket; it can be read all the while. A second time it only clears the disk.</summary>
    public async Task Move(Guid classId, FileInfo file, NodaTime.Instant now, CancellationToken ct)
    {
        if (bucket is null) return;
        await bucket.Put(KeyOf(classId, file.Name), file.FullName, file.Length, ct);
        await store.Write<Done>(async (db, token) =>
        {
            await db.MovedRecordings.Where(m => m.ClassId == classId && m.File == file.Name).ExecuteDeleteAsync(token);
            db.MovedRecordings.Add(MovedRecording.Of(classId, file.Name, file.Length, now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        file.Delete();
    }

    /// <summary>Of every class, as it lies in the bucket; for a backup.</summary>
    public async IAsyncEnumerable<(string Path, Stream Content)> Moved(SchoolDb db)
    {
        if (bucket is null) yield break;
        foreach (var moved in await db.MovedRecordings.ToListAsync())
            yield return ($"{moved.ClassId:N}/{moved.File}", bucket.Open(KeyOf(moved.ClassId, moved.File), moved.Bytes));
    }

    /// <summary>An empty place to make something of the recordings in; whoever asks for it deletes it. What an earlier attempt left is gone.</summary>
    public DirectoryInfo WorkFolder(Guid classId, string what)
    {
        var folder = new DirectoryInfo(Path.Combine(FolderOf(classId).FullName, "made", $"{what}-work"));
        if (folder.Exists) folder.Delete(recursive: true);
        folder.Create();
        return folder;
    }

    /// <summary>What was made of the recordings goes with them.</summary>
    public async Task DeleteAllBut(SchoolDb db, Guid classId, IReadOnlySet<string> kept, CancellationToken ct)
    {
        if (bucket is not null)
            foreach (var moved in (await db.MovedRecordings.Where(m => m.ClassId == classId).Select(m => m.File).ToListAsync(ct)).Where(file => !kept.Contains(file)))
            {
                await bucket.Delete(KeyOf(classId, moved), ct);
                await store.Write<Done>(async (writing, token) =>
                {
                    await writing.MovedRecordings.Where(m => m.ClassId == classId && m.File == moved).ExecuteDeleteAsync(token);
                    return new Done();
                }, ct);
            }
        var folder = FolderOf(classId);
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            if (file.Directory!.FullName != folder.FullName || !kept.Contains(file.Name)) file.Delete();
        if (!folder.EnumerateFiles("*", SearchOption.AllDirectories).Any()) folder.Delete(recursive: true);
    }

    public void Dispose() => bucket?.Dispose();

    private long OnDisk(Guid classId) => FolderOf(classId) is { Exists: true } folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : 0;

    private static string KeyOf(Guid classId, string file) => $"recordings/{classId:N}/{file}";
}
