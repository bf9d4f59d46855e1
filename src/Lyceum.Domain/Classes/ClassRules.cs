using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>What a command comes to: events for their audiences, all at one offset. No events: it was already so.</summary>
public sealed record Decision(long OffsetMs, bool IsLate, ImmutableArray<DecidedEvent> Events);

public sealed record DecidedEvent(Audience Audience, ClassEvent Event);

/// <summary>Decide: state, command, who and when to events or a refusal. Pure; <see cref="ClassReducer"/> applies what comes of it.</summary>
public static class ClassRules
{
    /// <param name="state">The whole state, with everything in it that anybody may see.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="who">Null when the server asks by itself.</param>
    /// <param name="now">The instant of the server's clock.</param>
    /// <param name="replayOffsetMs">Where on the timeline it is done, for whoever does not follow the tail.</param>
    public static Outcome<Decision> Decide(this ClassState state, ClassCommand command, ClassActor? who, Instant now, long? replayOffsetMs = null)
    {
        if (who is not null && !who.May(command, state.IsCoHost(who)) && !state.MayAsPresenter(command, who)) return ClassRefusals.NotYourRole;
        if (command is DoInBreakout inside) return BreakoutLog.Decide(state, inside, who, now, replayOffsetMs);
        if (command is ServerCommand asked) return Decided(state, who, now, replayOffsetMs: null, MediaRules.Decide(state, asked) ?? TalkRules.Decide(state, asked) ?? DoorRules.Decide(state, asked, who, now) ?? BreakoutRules.Decide(state, asked, now) ?? SharedLinkRules.Decide(state, asked) ?? SlotRules.Decide(state, asked) ?? RoomRules.Decide(state, asked, who, now));
        if (who is null) throw new ArgumentException("A participant's command needs the participant.", nameof(who));
        if (state.Phase == ClassPhase.Closed) return ClassRefusals.DoorsClosed;

        var isReplay = state.Phase == ClassPhase.Ended || replayOffsetMs is not null;
        if (isReplay && !command.IsTakenInReplay() && !(state.Phase == ClassPhase.Ended && who.IsStaff && command.IsTakenAfterwards())) return state.Phase == ClassPhase.Ended ? ClassRefusals.HasEnded : ClassRefusals.OnlyLive;
        if (isReplay && state.StartedAt is null) return ClassRefusals.NotStarted;
        // Whoever is a little behind, but answers while the poll is still open, answers live.
        if (command is AnswerPoll answer && state.Phase == ClassPhase.Live && state.Polls.Any(p => p.Id == answer.PollId && p.Phase == PollPhase.Open)) isReplay = false;

        if (isReplay) replayOffsetMs = OffsetOf(command, state) ?? replayOffsetMs;

        var events = RoomRules.Decide(state, command, who) ?? TalkRules.Decide(state, command, who) ?? PollRules.Decide(state, command, who, isReplay) ?? MediaRules.Decide(state, command, who) ?? DoorRules.Decide(state, command, who) ?? CoHostRules.Decide(state, command) ?? SlotRules.Decide(state, command) ?? BreakoutRules.Decide(state, command, who, now)
            ?? InkRules.Decide(state, command, who) ?? BoardRules.Decide(state, command, who)
            ?? throw new InvalidOperationException($"No rule for {command.GetType().Name}.");
        return Decided(state, who, now, isReplay ? replayOffsetMs ?? state.OffsetAt(now) : null, events);
    }

    // A poll is prepared for wherever it will be put, and taken out from where it stood.
    private static long? OffsetOf(ClassCommand command, ClassState state) => command switch
    {
        PreparePoll => 0,
        WithdrawCheckpoint c => state.Polls.FirstOrDefault(p => p.Id == c.PollId)?.OpenedMs,
        _ => null,
    };

    private static Outcome<Decision> Decided(ClassState state, ClassActor? who, Instant now, long? replayOffsetMs, Outcome<ImmutableArray<DecidedEvent>> outcome)
    {
        if (outcome.IsRefused) return outcome.Refusal;
        var tail = state.OffsetAt(now);
        var events = outcome.Value.Length > 0 && who is not null && !IsKnown(state, who) && outcome.Value[0].Event is not Knocked ? outcome.Value.Insert(0, ForAll(new Introduced(who.Name, who.Role))) : outcome.Value;
        return new Decision(Math.Clamp(replayOffsetMs ?? tail, 0, tail), replayOffsetMs is not null, [.. events.SelectMany(e => BreakoutLog.Following(state, who, e.Event).Prepend(e))]);
    }

    private static bool IsKnown(ClassState state, ClassActor who) =>
        state.People.TryGetValue(who.PersonId, out var person) && person.Name == who.Name && person.Role == who.Role;

    internal static DecidedEvent ForAll(ClassEvent happened) => new(Audience.All, happened);

    internal static Outcome<ImmutableArray<DecidedEvent>>? NotHere => null;

    internal static Outcome<ImmutableArray<DecidedEvent>> Nothing => ImmutableArray<DecidedEvent>.Empty;

    internal static Outcome<ImmutableArray<DecidedEvent>> Happened(params ImmutableArray<DecidedEvent> events) => events;

    internal static Outcome<ImmutableArray<DecidedEvent>> Happened(ClassEvent forAll) => Happened(ForAll(forAll));

    internal static Outcome<string> Text(string? written, int letters)
    {
        var text = written?.Trim() ?? "";
        return text.Length == 0 ? ClassRefusals.NothingWritten : text.Length > letters ? ClassRefusals.TooLong(letters) : text;
    }
}
