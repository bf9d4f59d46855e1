using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A recording that was moved from the disk on which it was written to the school's bucket.</summary>
public sealed class MovedRecording
{
    private MovedRecording() => File = "";

    public Guid ClassId { get; private set; }
    /// <summary>Its name in the class's folder, as the log has it.</summary>
    public string File { get; private set; }
    public long Bytes { get; private set; }
    public Instant MovedAt { get; private set; }

    public static MovedRecording Of(Guid classId, string file, long bytes, Instant now) => new() { ClassId = classId, File = file, Bytes = bytes, MovedAt = now };
}
