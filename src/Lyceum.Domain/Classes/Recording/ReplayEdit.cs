using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What is taken out of a replay: a stretch of it; of one person their name, their picture, their voice, what they wrote.</summary>
public enum ReplayEditKind { Cut, Name, Picture, Sound, Words }

/// <summary>
/// Something that students no longer find in a replay. Nothing is lost by it: staff go on seeing everything, and it can be undone. What was done
/// stays on record.
/// </summary>
public sealed class ReplayEdit
{
    /// <summary>Less is nothing that anybody would hear.</summary>
    public const long ShortestCutMs = 100;

    private ReplayEdit() { }

    public Guid Id { get; private set; }
    public Guid ClassId { get; private set; }
    public ReplayEditKind Kind { get; private set; }
    /// <summary>Of a cut: offsets in milliseconds; its end is not included.</summary>
    public long FromMs { get; private set; }
    public long UntilMs { get; private set; }
    /// <summary>Null for a cut.</summary>
    public Guid? PersonId { get; private set; }
    public Guid MadeBy { get; private set; }
    public Instant MadeAt { get; private set; }
    public Guid? UndoneBy { get; private set; }
    public Instant? UndoneAt { get; private set; }

    public static Refusal NothingToCut { get; } = Refusal.Invalid("Mark a stretch of the class, its end after its beginning.");
    public static Refusal NotEnded { get; } = Refusal.Conflict("The replay can be edited once the class has ended.");
    public static Refusal AlreadyUndone { get; } = Refusal.Conflict("This has already been undone.");

    /// <param name="classId">The class.</param>
    /// <param name="fromMs">Of the timeline; before its start is its start.</param>
    /// <param name="untilMs">After its end is its end.</param>
    /// <param name="lengthMs">Of the class.</param>
    /// <param name="by">Who cuts.</param>
    /// <param name="now">When.</param>
    public static Outcome<ReplayEdit> Cut(Guid classId, long fromMs, long untilMs, long lengthMs, Guid by, Instant now)
    {
        var (from, until) = (Math.Max(0, fromMs), Math.Min(lengthMs, untilMs));
        if (until - from < ShortestCutMs) return NothingToCut;
        return new ReplayEdit { Id = Guid.CreateVersion7(), ClassId = classId, Kind = ReplayEditKind.Cut, FromMs = from, UntilMs = until, MadeBy = by, MadeAt = now };
    }

    public static ReplayEdit Without(ReplayEditKind what, Guid personId, Guid classId, Guid by, Instant now) =>
        new() { Id = Guid.CreateVersion7(), ClassId = classId, Kind = what, PersonId = personId, MadeBy = by, MadeAt = now };

    public Outcome<Done> Undo(Guid by, Instant now)
    {
        if (UndoneAt is not null) return AlreadyUndone;
        (UndoneBy, UndoneAt) = (by, now);
        return new Done();
    }
}
