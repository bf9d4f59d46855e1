using Lyceum.Domain.Assignments;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A place in a class's queue of presentations: who presents, for how long, with which slides; and afterwards what it was worth.</summary>
public sealed class PresentationSlot
{
    public const int MostInAClass = 60;

    private PresentationSlot() { }

    public Guid Id { get; private set; }
    public Guid ClassId { get; private set; }
    public Guid CourseId { get; private set; }
    /// <summary>Counts from 1, in the order of the queue.</summary>
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<Guid> Presenters { get; private set; } = [];
    public int Minutes { get; private set; }
    public Guid? DeckFileId { get; private set; }
    public string? DeckName { get; private set; }
    /// <summary>The assignment whose rubric and points it is graded by; null = not graded.</summary>
    public Guid? AssignmentId { get; private set; }
    public IReadOnlyList<RubricMark> Marks { get; private set; } = [];
    public decimal? Score { get; private set; }
    public string Comment { get; private set; } = "";
    /// <summary>The presenters see the score and what the others said from here on.</summary>
    public Instant? ReleasedAt { get; private set; }

    public PreparedDeck? Deck => DeckFileId is { } file ? new(file, DeckName ?? "") : null;

    public static Outcome<PresentationSlot> New(ClassSession session, int position, string? title, IReadOnlyList<Guid> presenters, int minutes, Guid? assignmentId)
    {
        var called = title?.Trim() ?? "";
        if (presenters.Count is 0 or > 12) return Refusal.Invalid("A presentation has 1 to 12 presenters.", nameof(Presenters));
        if (called.Length is 0 or > 80) return Refusal.Invalid("A presentation has a title of 1 to 80 characters.", nameof(Title));
        if (minutes is < 1 or > 120) return Refusal.Invalid("A presentation takes 1 to 120 minutes.", nameof(Minutes));
        return new PresentationSlot
        {
            Id = Guid.CreateVersion7(), ClassId = session.ActivityId, CourseId = session.CourseId, Position = position, Title = called, Presenters = [.. presenters.Distinct()], Minutes = minutes, AssignmentId = assignmentId,
        };
    }

    /// <summary>One row a presenter, for what is asked of the database by person.</summary>
    public IEnumerable<SlotPresenter> Places() => Presenters.Select(person => new SlotPresenter(Id, person));

    public void MoveTo(int position) => Position = position;

    public void Show(PreparedDeck deck) => (DeckFileId, DeckName) = (deck.FileId, deck.Name);

    public void GradeBy(Guid? assignmentId) => AssignmentId = assignmentId;

    public Outcome<Done> Give(IReadOnlyList<RubricMark> marks, decimal? score, string? comment)
    {
        var said = comment?.Trim() ?? "";
        if (said.Length > SlotFeedback.LongestText) return ClassRefusals.TooLong(SlotFeedback.LongestText);
        (Marks, Score, Comment) = (marks, score, said);
        return new Done();
    }

    public void Release(Instant now) => ReleasedAt ??= now;

    public SlotStarted Begin() => new(Id, Title, [.. Presenters], Minutes);
}

/// <summary>Somebody presents in a slot, and sees its slides before the others do.</summary>
public sealed record SlotPresenter(Guid SlotId, Guid PersonId);

/// <summary>What somebody who listened says to those who presented; they see it, without the name, once it is released.</summary>
public sealed class SlotFeedback
{
    public const int LongestText = 1000;

    private SlotFeedback() { }

    public Guid SlotId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<RubricMark> Marks { get; private set; } = [];
    public Instant GivenAt { get; private set; }

    public static SlotFeedback For(Guid slotId, Guid personId) => new() { SlotId = slotId, PersonId = personId };

    public Outcome<Done> Say(string? text, IReadOnlyList<RubricMark> marks, Instant now)
    {
        var said = text?.Trim() ?? "";
        if (said.Length == 0 && marks.Count == 0) return ClassRefusals.NothingWritten;
        if (said.Length > LongestText) return ClassRefusals.TooLong(LongestText);
        (Text, Marks, GivenAt) = (said, marks, now);
        return new Done();
    }
}
