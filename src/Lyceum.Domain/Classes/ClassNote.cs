using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What somebody wrote for themselves in a class or its replay, at an offset of its timeline in milliseconds. For nobody else's eyes, so it is not in the log.</summary>
public sealed class ClassNote
{
    public const int LongestText = 2000;
    public const int MostOfOnePerson = 500;

    private ClassNote() { }

    /// <summary>Chosen where it was written, so that sending it again makes no second one.</summary>
    public Guid Id { get; private set; }
    public Guid ClassId { get; private set; }
    public Guid PersonId { get; private set; }
    public long OffsetMs { get; private set; }
    public string Text { get; private set; } = "";
    public Instant WrittenAt { get; private set; }

    public static Outcome<ClassNote> New(Guid id, Guid classId, Guid personId, long offsetMs, string? text, Instant now)
    {
        var note = new ClassNote { Id = id, ClassId = classId, PersonId = personId, OffsetMs = Math.Max(0, offsetMs), WrittenAt = now };
        var written = note.Rewrite(text);
        return written.IsRefused ? written.Refusal : note;
    }

    public Outcome<Done> Rewrite(string? text) => ClassRules.Text(text, LongestText).Match<Outcome<Done>>(
        words =>
        {
            Text = words;
            return new Done();
        },
        refusal => refusal);
}
