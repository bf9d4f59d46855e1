using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class SnapshotTests
{
    public static TheoryData<string> Stories => [.. ClassStories.All.Keys];

    [Theory, MemberData(nameof(Stories))]
    public void A_stale_snapshot_and_the_later_events_are_the_fresh_state_for_everybody_at_every_event(string story) => AssertSnapshotsHold(ClassStories.All[story]());

    [Fact]
    public void The_same_holds_whatever_is_done_in_whatever_order() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Deeds().ArrayOf(40).ToArbitrary(), deeds => AssertSnapshotsHold(Play(deeds))));

    [Theory, MemberData(nameof(Stories))]
    public void A_co_host_is_told_of_everything_but_what_is_private_to_others(string story) => AssertCoHostsAreToldAll(ClassStories.All[story]());

    [Fact]
    public void So_they_are_whatever_is_done_in_whatever_order() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Deeds().ArrayOf(40).ToArbitrary(), deeds => AssertCoHostsAreToldAll(Play(deeds))));

    // Whatever the moment at which somebody begins to lead, what they are told then and what follows is what they would be told at the end;
    // but for the sequence, which counts what they may not see as well.
    private static void AssertCoHostsAreToldAll(ClassOnTheTable table)
    {
        var fresh = Json(CoHostSnapshot(table.Log) with { Sequence = 0 });
        for (var position = 0; position <= table.Log.Count; position += 1 + table.Log.Count / 25)
        {
            var later = table.Log.Skip(position).Where(e => e.Audience.Includes(Mei.PersonId, ClassSight.CoHost));
            var followed = later.Aggregate(CoHostSnapshot(table.Log.Take(position)), (state, logged) => state.Apply(ThroughJson(logged.AsSeen())));
            Assert.True(JsonNode.DeepEquals(fresh, Json(followed with { Sequence = 0 })), $"from {position}:\n{fresh}\n{Json(followed)}");
        }
    }

    private static ClassState CoHostSnapshot(IEnumerable<LoggedEvent> log)
    {
        var told = ThroughJson(Fold(log).AsCoHostsSee());
        return log.Where(e => e.Audience.Kind == AudienceKind.People && e.Audience.People.Contains(Mei.PersonId)).Aggregate(told, (state, own) => state.Apply(own));
    }

    private static void AssertSnapshotsHold(ClassOnTheTable table)
    {
        foreach (var viewer in Cast)
        {
            var fresh = Json(Fold(table.SeenBy(viewer)));
            for (var position = 0; position <= table.Log.Count; position += 1 + table.Log.Count / 25)
            {
                var later = table.Log.Skip(position).Where(e => e.Audience.Includes(viewer.PersonId, viewer.IsStaff));
                var resumed = later.Aggregate(SnapshotFor(viewer, table.Log.Take(position)), (state, logged) => state.Apply(ThroughJson(logged.AsSeen())));
                Assert.True(JsonNode.DeepEquals(fresh, Json(resumed)), $"{viewer.Name} from {position}:\n{fresh}\n{Json(resumed)}");
            }
        }
    }

    // What a participant gets on joining: the state for all, and then those events that are for them alone.
    private static ClassState SnapshotFor(ClassActor viewer, IEnumerable<LoggedEvent> log)
    {
        if (viewer.IsStaff) return ThroughJson(Fold(log));
        var forAll = ThroughJson(Fold(log.Where(e => e.Audience.Kind == AudienceKind.All)));
        return log.Where(e => e.Audience.Kind == AudienceKind.People && e.Audience.Includes(viewer.PersonId, false)).Aggregate(forAll, (state, own) => state.Apply(own));
    }

    private static ClassOnTheTable Play((int Who, int What, int Which)[] deeds)
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        foreach (var (who, what, which) in deeds)
        {
            table.After(seconds: 7);
            var actor = Cast[who];
            table.Try(actor, CommandOf(what, which, actor), which == 0 ? 30_000 : null);
        }
        return table;
    }

    // Ids are sequences, so that small numbers often meet something.
    private static ClassCommand CommandOf(int what, int which, ClassActor actor) => what switch
    {
        0 => new StartClass(),
        1 => new ConnectPerson($"{actor.Name}{which % 2}"),
        2 => new DisconnectPerson($"{actor.Name}{which % 2}"),
        3 => new RaiseHand(),
        4 => new LowerHand(Cast[which % Cast.Length].PersonId),
        5 => new PostChat("Hello", which % 4 == 0 ? which : null, which % 3 == 0),
        6 => new RemoveChat(which),
        7 => new AskQuestion("Why?"),
        8 => new VoteQuestion(which),
        9 => new UnvoteQuestion(which),
        10 => new StartAnswer(which),
        11 => new FinishAnswer(which),
        12 => new PreparePoll("Which?", ["This", "That"], [0], false),
        13 => new OpenPoll(which % 3 == 0 ? which : 3),
        14 => new AnswerPoll(which % 3 == 0 ? which : 3, [which % 2]),
        15 => new ShowPollResults(which % 3 == 0 ? which : 3),
        16 => new MarkLost(),
        17 => new TurnSlide(which),
        18 => new RemoveQuestion(which),
        20 => new TurnOn((MediaSource)(which % 3)),
        21 => new TurnOff(Cast[which % Cast.Length].PersonId, (MediaSource)(which % 3)),
        22 => new AllowMedia((MediaSource)(which % 3), which % 2 == 0),
        23 => which % 2 == 0 ? new NamePresenter(Cast[which % Cast.Length].PersonId) : new DismissPresenter(Cast[which % Cast.Length].PersonId),
        24 => new MuteStudents(),
        25 => new ReactToLine(which, (ReactionKind)(which % 6)),
        26 => new AnswerInWriting(which, "So."),
        27 => which % 2 == 0 ? new Knock(null) : new KeepDoor(which % 4 == 1, which % 3 == 0),
        28 => which % 2 == 0 ? new LetIn([Cast[which % Cast.Length].PersonId]) : new SendAway(Cast[which % Cast.Length].PersonId),
        30 => new WithdrawCheckpoint(which % 3 == 0 ? which : 3),
        29 => which % 2 == 0 ? new NameCoHost(Cast[which % Cast.Length].PersonId) : new DismissCoHost(Cast[which % Cast.Length].PersonId),
        32 => which % 3 == 0 ? new KeepBreakoutTime() : which % 3 == 1 ? new RecallBreakouts() : new OpenBreakouts([new("A", [Mei.PersonId, Jonas.PersonId]), new("B", [Lucia.PersonId])], which % 2 == 0, 1),
        33 => which % 3 == 0 ? new EnterBreakout(which % 2 == 0 ? null : which) : which % 3 == 1 ? new CallForHelp() : new AnswerHelp(which % 4),
        34 => new MoveToBreakout([Cast[which % Cast.Length].PersonId], which % 4 == 0 ? null : which % 4),
        35 or 36 or 37 => new DoInBreakout(which % 3 + 1, CommandOf(which, what, actor)),
        40 => which % 3 == 0 ? new OpenBoard() : which % 3 == 1 ? new AllowBoard(which % 2 == 0) : which % 7 == 0 ? new ClearBoard() : new CloseBoard(),
        41 => new ChangeBoard([BoardRulesTests.Shape($"e{which % 4}", which % 5, which % 3)]),
        38 => new DrawStroke(Doors.Deck!.FileId, 1 + which % 2, InkTool.Pen, InkColor.Stress, [0, 0, which, 9_000]),
        39 => which % 5 == 0 ? new ClearSlide(Doors.Deck!.FileId, 1) : new EraseStrokes([which, which + 1]),
        _ => which == 1 ? new EndClass() : new StartChapter("Next"),
    };

    private static Gen<(int, int, int)> Deeds() =>
        from who in Gen.Choose(0, Cast.Length - 1)
        from what in Gen.Choose(0, 41)
        from which in Gen.Choose(0, 30)
        select (who, what, which);
}
