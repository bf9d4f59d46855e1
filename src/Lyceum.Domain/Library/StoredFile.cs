using NodaTime;

namespace Lyceum.Domain.Library;

/// <summary>
/// A named file over content that the file store keeps once by its hash. Seen by whoever may see what it belongs to:
/// a course's members, or, when <see cref="IsPrivate"/>, its owner and those who teach and grade there.
/// </summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public Guid Id { get; private set; }
    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    /// <summary>Bytes.</summary>
    public long Length { get; private set; }
    public Guid? CourseId { get; private set; }
    public Guid OwnerId { get; private set; }
    public bool IsPrivate { get; private set; }
    public Instant CreatedAt { get; private set; }

    /// <summary>Everybody in the course sees it from now on.</summary>
    public void Open() => IsPrivate = false;

    public static StoredFile New(string hash, string name, string contentType, long length, Guid? courseId, Guid ownerId, bool isPrivate, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Hash = hash, Name = FileNames.Tame(name), ContentType = contentType, Length = length, CourseId = courseId, OwnerId = ownerId, IsPrivate = isPrivate, CreatedAt = now };
}
