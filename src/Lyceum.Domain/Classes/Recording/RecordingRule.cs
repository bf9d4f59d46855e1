using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What of a recording is deleted: camera and screen; those and every sound; those and all that was said, written and drawn.</summary>
public enum RecordingPart { Picture, Media, All }

/// <summary>How long recordings are kept, in days after the class; null is without end. The rule of a course stands instead of the school's.</summary>
public sealed class RecordingRule
{
    public const int LongestDays = 3650;

    private RecordingRule() { }

    /// <summary>Empty for the rule of the school.</summary>
    public Guid CourseId { get; private set; }
    public int? PictureDays { get; private set; }
    public int? MediaDays { get; private set; }
    public int? AllDays { get; private set; }

    public static Refusal NotDays { get; } = Refusal.Invalid("Recordings are kept for 1 to 3650 days; leave it empty to keep them without end.");

    public static RecordingRule For(Guid courseId) => new() { CourseId = courseId };

    public Outcome<Done> Keep(int? pictureDays, int? mediaDays, int? allDays)
    {
        if (new[] { pictureDays, mediaDays, allDays }.Any(days => days is < 1 or > LongestDays)) return NotDays;
        (PictureDays, MediaDays, AllDays) = (pictureDays, mediaDays, allDays);
        return new Done();
    }

    /// <summary>What is due of a class that ended then; null = nothing.</summary>
    public RecordingPart? DueAt(Instant endedAt, Instant now)
    {
        bool IsOver(int? days) => days is { } kept && now - endedAt >= Duration.FromDays(kept);
        return IsOver(AllDays) ? RecordingPart.All : IsOver(MediaDays) ? RecordingPart.Media : IsOver(PictureDays) ? RecordingPart.Picture : null;
    }
}

/// <summary>What of a class's recording has been deleted, for good.</summary>
public sealed class DeletedRecording
{
    private DeletedRecording() { }

    public Guid ClassId { get; private set; }
    public RecordingPart Part { get; private set; }
    public Instant DeletedAt { get; private set; }
    /// <summary>Null when a rule did it.</summary>
    public Guid? DeletedBy { get; private set; }

    public static Refusal Gone { get; } = Refusal.TooLate("The recording of this class has been deleted.");
    public static Refusal TypeItsName { get; } = Refusal.Invalid("Type the name of the class to delete its recording.");

    public static DeletedRecording Of(Guid classId) => new() { ClassId = classId };

    public void Delete(RecordingPart part, Guid? by, Instant now) => (Part, DeletedBy, DeletedAt) = (part, by, now);
}
