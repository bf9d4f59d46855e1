using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Assignments;

/// <summary>One person's work for one assignment: a draft that is kept as it is typed, and what was handed in last.</summary>
public sealed class Submission
{
    private Submission() { }

    public Guid Id { get; private set; }
    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }
    public string DraftText { get; private set; } = "";
    public IReadOnlyList<Guid> DraftFiles { get; private set; } = [];
    public Instant DraftSavedAt { get; private set; }
    /// <summary>Rises with each saved draft; a tab that saves over a newer one is told so.</summary>
    public int DraftVersion { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<Guid> Files { get; private set; } = [];
    public Instant? HandedInAt { get; private set; }
    public int TimesHandedIn { get; private set; }
    public bool IsLate { get; private set; }
    public int DaysLate { get; private set; }
    /// <summary>Markdown; the student reads it once the grade is released.</summary>
    public string Feedback { get; private set; } = "";
    public Instant? GradedAt { get; private set; }
    /// <summary>The level given in each criterion of the rubric; the student sees it with the feedback.</summary>
    public IReadOnlyList<RubricMark> Marks { get; private set; } = [];
    public GradingDraft? GradingDraft { get; private set; }

    public bool IsHandedIn => HandedInAt is not null;
    public bool HasUnsentDraft => !IsHandedIn || DraftText != Text || !DraftFiles.SequenceEqual(Files);

    public static Submission Begin(Activity activity, Guid personId, Instant now) =>
        new() { Id = Guid.CreateVersion7(), ActivityId = activity.Id, CourseId = activity.CourseId, PersonId = personId, DraftSavedAt = now };

    /// <summary>Saving the same text again is no change.</summary>
    public Outcome<Done> KeepDraft(string text, int basedOn, Instant now)
    {
        if (text.Length > 200_000) return AssignmentRefusals.TooLong;
        if (text == DraftText) return new Done();
        if (basedOn < DraftVersion) return AssignmentRefusals.Stale;
        (DraftText, DraftSavedAt, DraftVersion) = (text, now, DraftVersion + 1);
        return new Done();
    }

    public Outcome<Done> AddFile(Guid file, Instant now)
    {
        if (DraftFiles.Count >= 20) return AssignmentRefusals.TooManyFiles;
        (DraftFiles, DraftSavedAt) = ([.. DraftFiles, file], now);
        return new Done();
    }

    public void RemoveFile(Guid file, Instant now) => (DraftFiles, DraftSavedAt) = ([.. DraftFiles.Where(kept => kept != file)], now);

    /// <summary>Hands in the draft; may be done again until it closes, the last one counts. Handing in the same thing again changes nothing.</summary>
    public Outcome<Done> HandIn(Assignment assignment, Window window, Instant now)
    {
        if (IsHandedIn && !HasUnsentDraft) return new Done();
        if (now < window.Opens) return AssignmentRefusals.NotOpenYet;
        if (now >= window.Closes) return AssignmentRefusals.Closed;
        if (window.IsLateAt(now) && assignment.Late == LateRule.NotAccepted) return AssignmentRefusals.LateNotAccepted;
        if (string.IsNullOrWhiteSpace(DraftText) && DraftFiles.Count == 0) return AssignmentRefusals.Empty;
        (Text, Files, HandedInAt, TimesHandedIn) = (DraftText, DraftFiles, now, TimesHandedIn + 1);
        IsLate = window.IsLateAt(now);
        DaysLate = IsLate ? (int)Math.Ceiling((now - window.Due!.Value).TotalDays) : 0;
        return new Done();
    }

    /// <summary>Keeps what a grader has begun. <paramref name="seen"/> is which hand-in they have before them.</summary>
    public Outcome<Done> KeepGrading(GradingDraft draft, int seen)
    {
        if (CannotGrade(seen, draft.Feedback) is { } refusal) return refusal;
        GradingDraft = draft;
        return new Done();
    }

    public Outcome<Done> GiveFeedback(string feedback, IReadOnlyList<RubricMark> marks, int seen, Instant now)
    {
        if (CannotGrade(seen, feedback) is { } refusal) return refusal;
        (Feedback, Marks, GradedAt, GradingDraft) = (feedback.Trim(), marks, now, null);
        return new Done();
    }

    private Refusal? CannotGrade(int seen, string feedback) =>
        !IsHandedIn ? AssignmentRefusals.NotHandedIn
        : seen != TimesHandedIn ? AssignmentRefusals.HandedInAgain
        : feedback.Length > 20_000 ? AssignmentRefusals.FeedbackTooLong
        : null;
}
