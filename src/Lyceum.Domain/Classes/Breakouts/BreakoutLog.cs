using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>
/// The log of a breakout room: the events of the class's log that happened in it, for those who were in it when they did. What is done there
/// is decided by the same rules as in the class, on the room's own state.
/// </summary>
public static class BreakoutLog
{
    /// <summary>What is the whole class's is not done in a room.</summary>
    private static bool IsOfTheClass(ClassCommand command) => command
        is StartClass or EndClass or KeepDoor or LetIn or SendAway or NameCoHost or DismissCoHost or MarkLost or StartChapter or WithdrawCheckpoint or StartSlot or EndSlot or StartFoundSlot or NoticeSharedLink or CaptionByMachine or BringCaption
        or OpenBreakouts or MoveToBreakout or EnterBreakout or CallForHelp or AnswerHelp or TellBreakouts or RecallBreakouts or ExtendBreakouts or DoInBreakout or KeepBreakoutTime
        or OpenClass or StartByClock or EndByClock or ConnectPerson or DisconnectPerson or ResumeRoom or Knock or ContinueQuestion;

    internal static Outcome<Decision> Decide(ClassState state, DoInBreakout command, ClassActor? who, Instant now, long? replayOffsetMs)
    {
        if (IsOfTheClass(command.Command)) return BreakoutRefusals.OnlyInClass;
        if (state.Breakouts.Rooms.FirstOrDefault(r => r.Id == command.Room) is not { } room) return BreakoutRefusals.NoSuchRoom;
        if (who is not null)
        {
            if (room.ClosedMs is not null) return BreakoutRefusals.HasClosed;
            if (state.PlaceOf(who.PersonId) != room.Id) return BreakoutRefusals.NotThere;
            if (replayOffsetMs is not null) return ClassRefusals.OnlyLive;
        }
        var decided = state.Within(room).Decide(command.Command, who, now);
        return decided.IsRefused ? decided.Refusal : decided.Value with { Events = [.. decided.Value.Events.Select(e => Put(state, room.Id, e))] };
    }

    /// <summary>Whoever's last line goes, and whoever stands there when the server comes back, sends nothing in their room any more.</summary>
    internal static IEnumerable<DecidedEvent> Following(ClassState state, ClassActor? who, ClassEvent happened) => happened switch
    {
        Left when who is not null && state.PlaceOf(who.PersonId) is { } room && state.People[who.PersonId].Connections.Length <= 1 => [Went(state, room, [who.PersonId])],
        RoomResumed => from room in state.Breakouts.Rooms
                       where room is { ClosedMs: null, Inside: { } inside } && (inside.Media.On.Count > 0 || inside.Hands.Length > 0)
                       select Went(state, room.Id, [.. room.Inside!.Media.On.Keys.Union(room.Inside.Hands.Select(h => h.PersonId))]),
        _ => [],
    };

    internal static DecidedEvent Went(ClassState state, int room, ImmutableArray<Guid> people) => Put(state, room, ForAll(new PeopleWent(people)));

    /// <summary>The event that something comes to, wherever it happened.</summary>
    public static ClassEvent Bare(this ClassEvent happened) => happened is InBreakout inside ? inside.Event.Bare() : happened;

    /// <summary>The shell that stays when its words are taken out.</summary>
    public static ClassEvent Redacted(this ClassEvent happened) => happened switch
    {
        InBreakout inside => inside with { Event = inside.Event.Redacted() },
        ChatPosted line => line with { Text = "" },
        QuestionAsked => new QuestionAsked(""),
        _ => happened,
    };

    private static DecidedEvent Put(ClassState state, int room, DecidedEvent decided) => decided.Event is Introduced ? decided : new(decided.Audience.Kind switch
    {
        AudienceKind.All => BreakoutRules.AudienceOf(state, room),
        AudienceKind.Hosts => Audience.Only(state.CoHosts),
        _ => decided.Audience,
    }, new InBreakout(room, decided.Event));
}
