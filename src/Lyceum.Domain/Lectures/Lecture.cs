using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Lectures;

/// <summary>A place in a lecture that has a name.</summary>
public sealed record Chapter(int AtSeconds, string Title);

/// <summary>Recorded video or audio with captions, watched at one's own time and pace.</summary>
public sealed class Lecture
{
    private Lecture() { }

    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid? MediaFileId { get; private set; }
    /// <summary>WebVTT.</summary>
    public Guid? CaptionsFileId { get; private set; }
    /// <summary>Seconds; 0 until the player has told it once.</summary>
    public double Duration { get; private set; }
    public bool IsVideo { get; private set; }
    public RichText Notes { get; private set; } = RichText.Empty;
    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public static Lecture For(Activity activity) => new() { ActivityId = activity.Id, CourseId = activity.CourseId };

    /// <summary>Another recording starts a new count: what was watched of the old one stays with its people, bounded by the new length.</summary>
    public void Record(Guid mediaFile, bool isVideo, double duration) => (MediaFileId, IsVideo, Duration) = (mediaFile, isVideo, Math.Max(0, duration));

    public void Caption(Guid? captionsFile) => CaptionsFileId = captionsFile;

    public Outcome<Done> Describe(RichText notes, IReadOnlyList<Chapter> chapters)
    {
        if (chapters.Any(chapter => chapter.AtSeconds < 0 || string.IsNullOrWhiteSpace(chapter.Title)))
            return Refusal.Invalid("A chapter has a time from 0:00 on and a title.", nameof(Chapters));
        (Notes, Chapters) = (notes, [.. chapters.OrderBy(chapter => chapter.AtSeconds)]);
        return new Done();
    }

    /// <summary>The player knows the length; the first to play it tells the school.</summary>
    public void LearnDuration(double seconds)
    {
        if (Duration <= 0 && seconds is > 0 and < 86_400 && double.IsFinite(seconds)) Duration = seconds;
    }
}
