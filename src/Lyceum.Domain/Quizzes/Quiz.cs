using System.Text.Json.Serialization;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Quizzes;

/// <summary>Which attempt makes the grade.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GradeBy>))]
public enum GradeBy { Best, Last }

/// <summary>When a student sees what was right: as soon as the attempt is sealed, or only once the due date has passed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackWhen>))]
public enum FeedbackWhen { AtOnce, AfterDue }

/// <summary>What an instructor decides about a quiz as a whole.</summary>
public sealed record QuizRules
{
    /// <summary>From 1; null for any number.</summary>
    public int? AttemptsAllowed { get; init; } = 1;

    /// <summary>Whole minutes on the server's clock, before a person's time factor; null for none.</summary>
    public int? TimeLimitMinutes { get; init; }

    public GradeBy GradeBy { get; init; }
    public FeedbackWhen Feedback { get; init; }

    /// <summary>Each attempt has its own order of questions, and of choices where a question allows it.</summary>
    public bool Shuffles { get; init; }

    /// <summary>How long after the deadline an answer that the device kept before it is still taken.</summary>
    public int GraceMinutes { get; init; } = 15;

    public int QuestionsPerPage { get; init; } = 3;

    /// <summary>From when its student sees what was right; null while the attempt is open.</summary>
    public Instant? FeedbackFrom(Attempt attempt, Window window) =>
        Feedback == FeedbackWhen.AfterDue && window.Due is { } due && attempt.SealedAt is { } sealedAt
            ? Instant.Max(due, sealedAt)
            : attempt.SealedAt;

    public bool ShowsFeedback(Attempt attempt, Window window, Instant now) => now >= FeedbackFrom(attempt, window);

    internal Refusal? Fault() => this switch
    {
        { AttemptsAllowed: < 1 or > 100 } => QuizRefusals.AttemptsOutOfRange,
        { TimeLimitMinutes: < 1 or > 1440 } => QuizRefusals.TimeLimitOutOfRange,
        { GraceMinutes: < 0 or > 1440 } => QuizRefusals.GraceOutOfRange,
        { QuestionsPerPage: < 1 or > 100 } => QuizRefusals.PageSizeOutOfRange,
        _ => null,
    };
}

/// <summary>A quiz is the content of an activity, whose id is its key. Its questions are rows of their own.</summary>
public sealed class Quiz
{
    private Quiz() => (Intro, Rules) = (null!, null!);

    private Quiz(Guid activityId) => (ActivityId, Intro, Rules) = (activityId, RichText.Empty, new QuizRules());

    public Guid ActivityId { get; private set; }
    public RichText Intro { get; private set; }
    public QuizRules Rules { get; private set; }

    /// <summary>Goes up with every change to the quiz or a question of it.</summary>
    public int Version { get; private set; }

    public static Quiz For(Guid activityId) => new(activityId);

    /// <summary>As far as attempts are decided by it, for who reads rows without the mapper.</summary>
    public static Quiz Stored(Guid activityId, QuizRules rules, int version) => new(activityId) { Rules = rules, Version = version };

    public Outcome<Done> Arrange(RichText intro, QuizRules rules)
    {
        if (rules.Fault() is { } refusal) return refusal;
        (Intro, Rules) = (intro, rules);
        Touch();
        return new Done();
    }

    public void Touch() => Version++;

    /// <summary>Begins the next attempt. Whoever has one open goes on with that instead; asking for a second is a conflict.</summary>
    public Outcome<Attempt> Begin(Guid personId, Window window, IReadOnlyCollection<Attempt> earlier, int questions, decimal timeFactor, Instant now)
    {
        if (questions == 0) return QuizRefusals.NothingToAnswer;
        if (now < window.Opens) return QuizRefusals.NotOpenYet;
        if (now >= window.Closes) return QuizRefusals.Closed;
        if (earlier.Any(attempt => !attempt.IsHandedIn)) return QuizRefusals.AttemptOpen;
        if (Rules.AttemptsAllowed <= earlier.Count) return QuizRefusals.NoAttemptsLeft;
        var number = earlier.Select(attempt => attempt.Number).DefaultIfEmpty().Max() + 1;
        return Attempt.Begin(ActivityId, personId, number, Deadline(window, timeFactor, now), Duration.FromMinutes(Rules.GraceMinutes), timeFactor, now);
    }

    /// <summary>Time factors lengthen the limit, never the window: what closes, closes.</summary>
    private Instant? Deadline(Window window, decimal timeFactor, Instant now)
    {
        if (Rules.TimeLimitMinutes is not { } minutes) return window.Closes;
        var byLimit = now + Duration.FromSeconds((long)Math.Ceiling(minutes * 60 * timeFactor));
        return window.Closes is { } closes && closes < byLimit ? closes : byLimit;
    }

    public bool ShowsFeedback(Attempt attempt, Window window, Instant now) => Rules.ShowsFeedback(attempt, window, now);
}
