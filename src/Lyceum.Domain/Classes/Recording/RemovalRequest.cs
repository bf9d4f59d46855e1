using NodaTime;

namespace Lyceum.Domain.Classes;

public enum RemovalState { Open, Granted, Refused }

/// <summary>Somebody who is in a recording asks to be taken out of it: a stretch, or of themselves their name, picture, voice or written words. Staff grant it or say why not.</summary>
public sealed class RemovalRequest
{
    public const int LongestText = 1000;
    /// <summary>Of one person in one class, while none of them is answered.</summary>
    public const int MostOpen = 10;

    private RemovalRequest() { }

    public Guid Id { get; private set; }
    public Guid ClassId { get; private set; }
    public Guid PersonId { get; private set; }
    public ReplayEditKind Kind { get; private set; }
    public long FromMs { get; private set; }
    public long UntilMs { get; private set; }
    public string Reason { get; private set; } = "";
    public Instant AskedAt { get; private set; }
    public RemovalState State { get; private set; }
    public string Answer { get; private set; } = "";
    public Guid? AnsweredBy { get; private set; }
    public Instant? AnsweredAt { get; private set; }

    public static Refusal TooLong { get; } = Refusal.Invalid("Say it in at most {0} characters.", null, LongestText);
    public static Refusal AlreadyAnswered { get; } = Refusal.Conflict("This request has already been answered.");
    public static Refusal SayWhy { get; } = Refusal.Invalid("Say why it is refused.");
    public static Refusal TooManyOpen { get; } = Refusal.Conflict("You have asked for enough here; wait for an answer first.");

    public static Outcome<RemovalRequest> Ask(Guid classId, Guid personId, ReplayEditKind kind, long fromMs, long untilMs, string? reason, Instant now)
    {
        if (kind == ReplayEditKind.Cut && untilMs - fromMs < ReplayEdit.ShortestCutMs) return ReplayEdit.NothingToCut;
        if (reason?.Length > LongestText) return TooLong;
        return new RemovalRequest
        {
            Id = Guid.CreateVersion7(), ClassId = classId, PersonId = personId, Kind = kind, Reason = reason?.Trim() ?? "", AskedAt = now,
            FromMs = kind == ReplayEditKind.Cut ? fromMs : 0, UntilMs = kind == ReplayEditKind.Cut ? untilMs : 0,
        };
    }

    public Outcome<Done> Decide(bool isGranted, string? answer, Guid by, Instant now)
    {
        if (State != RemovalState.Open) return AlreadyAnswered;
        if (answer?.Length > LongestText) return TooLong;
        if (!isGranted && string.IsNullOrWhiteSpace(answer)) return SayWhy;
        (State, Answer, AnsweredBy, AnsweredAt) = (isGranted ? RemovalState.Granted : RemovalState.Refused, answer?.Trim() ?? "", by, now);
        return new Done();
    }

    /// <summary>What granting it takes out.</summary>
    public Outcome<ReplayEdit> ToEdit(long lengthMs, Guid by, Instant now) =>
        Kind == ReplayEditKind.Cut ? ReplayEdit.Cut(ClassId, FromMs, UntilMs, lengthMs, by, now) : ReplayEdit.Without(Kind, PersonId, ClassId, by, now);
}
