using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Readings;

/// <summary>A text to read at one's own time, with files beside it.</summary>
public sealed class Reading
{
    private const int WordsAMinute = 200;

    private Reading() { }

    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public RichText Body { get; private set; } = RichText.Empty;
    /// <summary>Files of the course, in the order in which they are listed.</summary>
    public IReadOnlyList<Guid> Attachments { get; private set; } = [];

    public static Reading For(Activity activity) => new() { ActivityId = activity.Id, CourseId = activity.CourseId };

    public Outcome<Done> Write(RichText body)
    {
        if (body.Text.Length > 500_000) return Refusal.Invalid("A reading has at most 500,000 characters; split it into parts.", nameof(Body));
        Body = body;
        return new Done();
    }

    public Outcome<Done> Attach(Guid file)
    {
        if (Attachments.Count >= 50) return Refusal.Invalid("A reading has at most 50 files.", nameof(Attachments));
        if (!Attachments.Contains(file)) Attachments = [.. Attachments, file];
        return new Done();
    }

    public void Detach(Guid file) => Attachments = [.. Attachments.Where(kept => kept != file)];

    /// <summary>Whole minutes at 200 words a minute, at least one.</summary>
    public static int MinutesToRead(string text) =>
        Math.Max(1, (int)Math.Round(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length / (double)WordsAMinute));
}
