using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// What a class writes together: one text of Markdown, kept as the updates that those who write made of it, in the order in which they came. It stays as a page of the course.
/// </summary>
public sealed class SharedNotes
{
    /// <summary>How the text is called inside the document of Yjs.</summary>
    public const string TextName = "notes";
    public const int LongestUpdate = 32_000;
    public const int MostLettersAtOnce = 20_000;
    /// <summary>Of all that was ever written in it, what was deleted too.</summary>
    public const int MostLetters = 300_000;
    /// <summary>What was written without a line before the class ended still counts when it comes so soon after.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(10);
    private const int MergeEvery = 400;

    private SharedNotes() { }

    public Guid ClassId { get; private set; }
    /// <summary>The sequence of the last update; they count from 1.</summary>
    public long Through { get; private set; }
    public int Letters { get; private set; }
    /// <summary>Updates that have been added since they were last put together.</summary>
    public int Loose { get; private set; }
    public Instant ChangedAt { get; private set; }
    /// <summary>When staff took it out of the course; they see it still.</summary>
    public Instant? TakenOutAt { get; private set; }

    public bool ShouldMerge => Loose >= MergeEvery;

    public static SharedNotes New(Guid classId, Instant now) => new() { ClassId = classId, ChangedAt = now };

    public Outcome<SharedNoteUpdate> Write(byte[] content, int letters, Instant now)
    {
        if (content.Length > LongestUpdate || letters > MostLettersAtOnce) return SharedNoteRefusals.TooMuchAtOnce;
        if (Letters + letters > MostLetters) return SharedNoteRefusals.IsFull;
        (Through, Letters, Loose, ChangedAt) = (Through + 1, Letters + letters, Loose + 1, now);
        return new SharedNoteUpdate(ClassId, Through, content);
    }

    public SharedNoteUpdate Merge(byte[] content)
    {
        Loose = 0;
        return new SharedNoteUpdate(ClassId, Through, content);
    }

    public void TakeOut(Instant now) => TakenOutAt ??= now;

    public void PutBack() => TakenOutAt = null;

    /// <summary>While the doors are open everybody but observers; afterwards the staff of the course.</summary>
    public static Refusal? MayWrite(ClassSession session, ClassActor who, Instant now)
    {
        if (who.IsStaff) return null;
        if (who.Role == ClassRole.Observer) return ClassRefusals.NotYourRole;
        if (session.EndedAt is { } ended) return now > ended + Grace ? SharedNoteRefusals.HasEnded : null;
        return session.AreDoorsOpenAt(now) ? null : ClassRefusals.DoorsClosed;
    }
}

/// <summary>An update of the document as the browser made it, or many put together (Yjs, first encoding).</summary>
public sealed class SharedNoteUpdate
{
    private SharedNoteUpdate() { }

    internal SharedNoteUpdate(Guid classId, long sequence, byte[] content) => (ClassId, Sequence, Content) = (classId, sequence, content);

    public Guid ClassId { get; private set; }
    public long Sequence { get; private set; }
    public byte[] Content { get; private set; } = [];
}

/// <summary>One open page in which somebody writes: the number that Yjs chose for it, and how far what it wrote has come.</summary>
public sealed class SharedNoteWriter
{
    private SharedNoteWriter() { }

    public SharedNoteWriter(Guid classId, long client, Guid personId) => (ClassId, Client, PersonId) = (classId, client, personId);

    public Guid ClassId { get; private set; }
    public long Client { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>How many code units it has inserted; the next one takes this as its clock.</summary>
    public int Written { get; private set; }

    public void Reach(int written) => Written = Math.Max(Written, written);
}

/// <summary>To all: something was just written, up to this sequence. Whoever has the notes open reads what they miss.</summary>
public sealed record NotesWritten(long Sequence) : ClassSignal;

public static class SharedNoteRefusals
{
    public static Refusal HasEnded { get; } = Refusal.TooLate("The class has ended. Its staff can still change the notes.");
    public static Refusal NoUpdate { get; } = Refusal.Invalid("This is no change of the notes.");
    public static Refusal NotYourPage { get; } = Refusal.Conflict("The notes were written elsewhere under this number. Load the page again.");
    public static Refusal TooMuchAtOnce { get; } = Refusal.Invalid("This is too much at once for the notes.");
    public static Refusal IsFull { get; } = Refusal.Conflict("The notes are full.");
}
