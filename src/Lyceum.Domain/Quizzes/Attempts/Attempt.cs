using NodaTime;

namespace Lyceum.Domain.Quizzes;

public enum HandedInBy { Student, Deadline }

/// <summary>
/// One person's go at a quiz. Only the server's clock counts. An attempt is open, then handed in; it is sealed once nothing can be added:
/// when its student handed it in, or when the grace after the deadline is over.
/// </summary>
public sealed class Attempt
{
    private Attempt() => (Sheet, Marks) = (AnswerSheet.Empty, []);

    public Guid Id { get; private set; }
    public Guid QuizId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>From 1, per person and quiz.</summary>
    public int Number { get; private set; }

    public Instant StartedAt { get; private set; }
    public Instant? Deadline { get; private set; }
    public Instant? GraceUntil { get; private set; }
    public decimal TimeFactor { get; private set; }
    public AnswerSheet Sheet { get; private set; }
    public Instant? SavedAt { get; private set; }
    public Instant? HandedInAt { get; private set; }
    public HandedInBy? HandedInBy { get; private set; }
    public IReadOnlyList<AnswerMark> Marks { get; private set; }

    public bool IsHandedIn => HandedInAt is not null;
    public bool IsTimeUp(Instant now) => now >= Deadline;

    /// <summary>From when nothing can be added: what the deadline handed in still takes late arrivals until the grace is over.</summary>
    public Instant? SealedAt => HandedInBy == Quizzes.HandedInBy.Deadline ? GraceUntil : HandedInAt;

    public bool IsSealed(Instant now) => now >= SealedAt;
    public bool NeedsHand => Marks.Any(mark => mark.NeedsHand);
    public decimal Points => Marks.Sum(mark => mark.Points);
    public decimal OutOf => Marks.Sum(mark => mark.OutOf);

    internal static Attempt Begin(Guid quizId, Guid personId, int number, Instant? deadline, Duration grace, decimal timeFactor, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        QuizId = quizId,
        PersonId = personId,
        Number = number,
        StartedAt = now,
        Deadline = deadline,
        GraceUntil = deadline + grace,
        TimeFactor = timeFactor,
    };

    /// <summary>As it was stored, for who reads rows without the mapper.</summary>
    public static Attempt Stored(
        Guid id, Guid quizId, Guid personId, int number, Instant startedAt, Instant? deadline, Instant? graceUntil, decimal timeFactor,
        AnswerSheet sheet, Instant? savedAt, Instant? handedInAt, HandedInBy? handedInBy, IReadOnlyList<AnswerMark> marks) => new()
    {
        Id = id,
        QuizId = quizId,
        PersonId = personId,
        Number = number,
        StartedAt = startedAt,
        Deadline = deadline,
        GraceUntil = graceUntil,
        TimeFactor = timeFactor,
        Sheet = sheet,
        SavedAt = savedAt,
        HandedInAt = handedInAt,
        HandedInBy = handedInBy,
        Marks = marks,
    };

    /// <summary>
    /// Takes a burst. What is already here is passed over, so a burst may come twice or late. After the deadline only what was journaled
    /// before it counts, and only within the grace; the rest of that burst is left out.
    /// </summary>
    public Outcome<Done> Save(IReadOnlyCollection<JournaledAnswer> burst, Instant now)
    {
        if (burst.All(Sheet.Has)) return new Done();
        if (IsHandedIn && IsSealed(now)) return HandedInBy == Quizzes.HandedInBy.Student ? QuizRefusals.HandedIn : QuizRefusals.DeadlinePassed;
        var isLate = IsTimeUp(now);
        var inTime = isLate ? [.. burst.Where(answer => answer.JournaledAt <= Deadline)] : burst;
        if (isLate && (inTime.Count == 0 || !IsInGrace(now))) return QuizRefusals.DeadlinePassed;
        var sheet = Sheet.With(inTime, isLate, now);
        if (sheet.IsRefused) return sheet.Refusal;
        (Sheet, SavedAt) = (sheet.Value, now);
        return new Done();
    }

    /// <summary>The student hands in. A second time changes nothing, except that it seals what the deadline had handed in.</summary>
    public void HandIn(IReadOnlyCollection<Question> questions, Instant now)
    {
        if (IsSealed(now)) return;
        HandedInAt ??= IsTimeUp(now) ? Deadline : now;
        HandedInBy = Quizzes.HandedInBy.Student;
        Mark(questions);
    }

    /// <summary>The time is up: what the school has is handed in. Nothing happens before the deadline or to what is handed in already.</summary>
    public void HandInAtDeadline(IReadOnlyCollection<Question> questions, Instant now)
    {
        if (IsHandedIn || !IsTimeUp(now)) return;
        (HandedInAt, HandedInBy) = (Deadline, Quizzes.HandedInBy.Deadline);
        Mark(questions);
    }

    /// <summary>Marks again after a late answer or a reworded question. What a person has marked stays.</summary>
    public void Mark(IReadOnlyCollection<Question> questions)
    {
        var byHand = Marks.Where(mark => mark.MarkedBy is not null).ToDictionary(mark => mark.QuestionId);
        Marks = [.. questions.Select(question => byHand.GetValueOrDefault(question.Id) ?? AnswerMark.Of(question, Sheet[question.Id]))];
    }

    /// <summary>Only once the attempt is sealed: until then the answer may still change.</summary>
    public Outcome<Done> MarkByHand(Guid questionId, decimal points, string? comment, Guid marker, Instant now)
    {
        if (!IsSealed(now)) return QuizRefusals.NotSealed;
        if (Marks.FirstOrDefault(mark => mark.QuestionId == questionId) is not { } mark) return Refusal.NotFound;
        if (points < 0 || points > mark.OutOf) return QuizRefusals.MarkOutOfRange;
        var marked = mark with { Points = Math.Round(points, 2), NeedsHand = false, MarkedBy = marker, Comment = comment };
        Marks = [.. Marks.Select(other => other.QuestionId == questionId ? marked : other)];
        return new Done();
    }

    private bool IsInGrace(Instant now) => now < GraceUntil;
}
