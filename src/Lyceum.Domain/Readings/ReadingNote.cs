using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Readings;

/// <summary>What one reader marked in a text, for their own eyes only: a highlight, or a highlight with a note.</summary>
public sealed class ReadingNote
{
    private ReadingNote() => Passage = null!;

    public Guid Id { get; private set; }
    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }
    public Passage Passage { get; private set; }
    /// <summary>Plain text; empty for a mere highlight.</summary>
    public string Text { get; private set; } = "";
    public Instant ChangedAt { get; private set; }

    public bool IsHighlight => Text.Length == 0;

    public static Outcome<ReadingNote> Keep(Activity activity, Guid personId, Passage passage, string text, Instant now)
    {
        var note = new ReadingNote { Id = Guid.CreateVersion7(), ActivityId = activity.Id, CourseId = activity.CourseId, PersonId = personId, Passage = passage };
        var written = note.Write(text, now);
        return written.IsRefused ? written.Refusal : note;
    }

    public Outcome<Done> Write(string text, Instant now)
    {
        if (text.Length > 5000) return ReadingRefusals.NoteTooLong;
        (Text, ChangedAt) = (text.Trim(), now);
        return new Done();
    }
}
