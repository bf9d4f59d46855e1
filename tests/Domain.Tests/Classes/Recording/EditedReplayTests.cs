using System.Collections.Immutable;
using System.Text.Json;
using Lyceum.Domain.Classes;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Recording;

public class EditedReplayTests
{
    private const long Minute = 60_000;
    private static readonly Guid ClassId = Person(80);

    [Fact]
    public void A_board_that_is_closed_in_a_cut_does_not_stay_open_behind_it()
    {
        var table = Started();
        table.After(seconds: 10).Do(Amara, new OpenBoard());
        table.After(seconds: 10).Do(Amara, new CloseBoard());
        table.After(seconds: 40).Do(Amara, new EndClass());
        var shown = Shown(table, Mei, Cut(table, 15_000, 30_000));
        Assert.Equal(30_000, shown.Single(e => e.Event is BoardClosed).OffsetMs);
        Assert.False(Fold(shown).Board.IsOpen);
    }

    [Fact]
    public void What_stands_in_a_cut_is_gone_with_all_that_hangs_on_it_and_the_rest_stays()
    {
        var table = Started();
        table.After(minutes: 5).Do(Mei, new PostChat("before"));
        table.After(minutes: 5).Do(Jonas, new PostChat("within"));
        var within = table.State.Chat[^1].Id;
        table.Do(Jonas, new AskQuestion("asked within"));
        table.After(minutes: 5).Do(Mei, new ReactToLine(within, ReactionKind.Heart));
        table.Do(Mei, new PostChat("after", within));
        table.Do(Mei, new VoteQuestion(table.State.Questions.Single().Id));
        table.After(minutes: 60).Do(Amara, new EndClass());
        var state = Fold(Shown(table, Lucia, Cut(table, 10 * Minute, 12 * Minute)));
        Assert.Equal([("before", null), ("after", (long?)null)], state.Chat.Select(l => (l.Text, l.ReplyTo)));
        Assert.Empty(state.Questions);
        Assert.Equal(ClassPhase.Ended, state.Phase);
        Assert.DoesNotContain("within", JsonSerializer.Serialize(Shown(table, Lucia, Cut(table, 10 * Minute, 12 * Minute)).Select(e => e.AsSeen()), ClassJson.Options));
    }

    [Fact]
    public void The_slide_that_was_turned_in_a_cut_is_the_slide_after_it()
    {
        var table = Started();
        table.After(minutes: 10).Do(Amara, new TurnSlide(7));
        table.After(minutes: 65).Do(Amara, new EndClass());
        var shown = Shown(table, Mei, Cut(table, 9 * Minute, 11 * Minute));
        Assert.Equal(11 * Minute, shown.Single(e => e.Event is SlideTurned).OffsetMs);
        Assert.Equal(7, Fold(shown).Deck?.Slide);
    }

    [Fact]
    public void Nothing_of_what_was_cut_from_the_end_is_left_but_that_the_class_ended()
    {
        var table = Started();
        table.After(minutes: 74).Do(Mei, new PostChat("see you"));
        table.After(minutes: 1).Do(Amara, new EndClass());
        table.After(minutes: 5).Do(Jonas, new PostChat("later, at the end"), offset: 75 * Minute);
        var state = Fold(Shown(table, Lucia, Cut(table, 70 * Minute, 75 * Minute)));
        Assert.Empty(state.Chat);
        Assert.Equal(ClassPhase.Ended, state.Phase);
    }

    [Fact]
    public void A_poll_in_a_cut_is_not_asked_and_what_was_spoken_there_is_not_drawn()
    {
        var table = Started();
        var poll = table.State.Polls[0].Id;
        table.After(minutes: 10).Do(Amara, new OpenPoll(poll));
        table.Do(Mei, new AnswerPoll(poll, [1]));
        table.Do(null, new HearVoices(ImmutableDictionary<Guid, ImmutableArray<long>>.Empty.Add(Mei.PersonId, [8 * Minute, 12 * Minute])));
        table.After(minutes: 65).Do(Amara, new EndClass());
        var cut = Cut(table, 9 * Minute, 11 * Minute);
        var state = Fold(Shown(table, Jonas, cut));
        Assert.Empty(state.Polls);
        Assert.Equal([8 * Minute, 9 * Minute, 11 * Minute, 12 * Minute], state.Media.Voices[Mei.PersonId]);
        var cuts = EditedReplay.CutsOf([cut]);
        Assert.Equal(0, CreditStanding.Of(CreditRule.Usual, table.State, 75 * Minute, Jonas.PersonId, Stretches.None, Stretches.None, null, cuts).PollsAsked);
    }

    [Fact]
    public void Whoever_asked_not_to_be_named_is_found_by_nobody_but_themselves()
    {
        var table = Everything();
        var unnamed = ReplayEdit.Without(ReplayEditKind.Name, Mei.PersonId, ClassId, Amara.PersonId, table.Now);
        var shown = JsonSerializer.Serialize(Shown(table, Jonas, unnamed).Select(e => e.AsSeen()), ClassJson.Options);
        Assert.DoesNotContain($"\"{Mei.Name}\"", shown);
        Assert.DoesNotContain(Mei.PersonId.ToString("D"), shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Mei.PersonId.ToString("N"), shown, StringComparison.OrdinalIgnoreCase);
        var state = Fold(Shown(table, Jonas, unnamed));
        var alias = state.People.Single(p => p.Value.Name == "").Key;
        Assert.Equal(alias, state.Chat.Single(l => l.Text == "my words").PersonId);
        Assert.Contains(alias, state.Media.Voices.Keys);
        Assert.Equal(Mei.Name, Fold(Shown(table, Mei, unnamed)).People[Mei.PersonId].Name);
    }

    [Theory]
    [InlineData(ReplayEditKind.Picture, false, true, true)]
    [InlineData(ReplayEditKind.Sound, true, false, true)]
    [InlineData(ReplayEditKind.Words, true, true, false)]
    public void Of_one_person_only_what_was_asked_for_goes(ReplayEditKind kind, bool keepsPicture, bool keepsSound, bool keepsWords)
    {
        var table = Everything();
        var state = Fold(Shown(table, Jonas, ReplayEdit.Without(kind, Mei.PersonId, ClassId, Amara.PersonId, table.Now)));
        Assert.Equal(keepsPicture, state.Media.Tracks.Any(t => t.Source == MediaSource.Camera));
        Assert.Equal(keepsSound, state.Media.Tracks.Any(t => t.Source == MediaSource.Microphone && t.PersonId == Mei.PersonId));
        Assert.Equal(keepsSound, state.Media.Voices.ContainsKey(Mei.PersonId));
        Assert.Equal(keepsWords, state.Chat.Any(l => l.Text == "my words"));
        Assert.Equal(keepsWords, state.Questions.Any(q => q.PersonId == Mei.PersonId));
        Assert.Equal(Mei.Name, state.People[Mei.PersonId].Name);
    }

    [Fact]
    public void What_is_written_into_a_cut_later_is_shown_to_nobody_either()
    {
        var table = Ended();
        var edited = new EditedReplay([Cut(table, 9 * Minute, 11 * Minute)], table.Log);
        table.Do(Amara, new PostChat("for the staff to remember"), offset: 10 * Minute);
        edited.Follow(table.Log[^1]);
        Assert.Null(edited.Show(table.Log[^1], Mei.PersonId));
    }

    [Fact]
    public void A_cut_ends_after_its_beginning_and_within_the_class_and_is_undone_once()
    {
        Assert.True(ReplayEdit.Cut(ClassId, 5000, 5000, Minute, Amara.PersonId, Start).IsRefused);
        Assert.True(ReplayEdit.Cut(ClassId, Minute + 1, 2 * Minute, Minute, Amara.PersonId, Start).IsRefused);
        var cut = ReplayEdit.Cut(ClassId, -50, 2 * Minute, Minute, Amara.PersonId, Start).Value;
        Assert.Equal((0, Minute), (cut.FromMs, cut.UntilMs));
        Assert.False(cut.Undo(Amara.PersonId, Start).IsRefused);
        Assert.Equal(ReplayEdit.AlreadyUndone, cut.Undo(Amara.PersonId, Start).Refusal);
    }

    [Fact]
    public void Nothing_cut_is_asked_for_the_credit_and_a_cut_takes_it_from_nobody()
    {
        var table = Ended();
        CreditStanding Standing(Stretches watched, params WatchedInterval[] cuts) =>
            CreditStanding.Of(new(40, 90, false), table.State, 75 * Minute, Person(9), Stretches.None, watched, null, Stretches.Of(cuts));
        var half = Stretches.Of([new(0, 35 * Minute)]);
        Assert.False(Standing(half).IsEarned);
        Assert.True(Standing(half, new WatchedInterval(37 * Minute, 75 * Minute)).IsEarned);
        var most = Stretches.Of([new(0, 68 * Minute)]);
        Assert.True(Standing(most).IsEarned);
        Assert.True(Standing(most, new WatchedInterval(0, 60 * Minute)).IsEarned);
        Assert.False(Standing(Stretches.None, new WatchedInterval(0, 75 * Minute)).IsEarned);
    }

    // Mei in everything that names a person.
    private static ClassOnTheTable Everything()
    {
        var table = Started();
        table.After(minutes: 1).Do(Mei, new RaiseHand());
        table.Do(Mei, new PostChat("my words"));
        table.Do(Mei, new AskQuestion("my question"));
        table.Do(Mei, new TurnOn(MediaSource.Camera));
        table.Do(Amara, new NamePresenter(Mei.PersonId));
        table.Do(Amara, new PutForward(Mei.PersonId));
        foreach (var source in new[] { MediaSource.Camera, MediaSource.Microphone })
            table.Do(null, new BeginTrack(Mei.PersonId, source, $"{Mei.PersonId:N}_{source}_1.webm", table.Now));
        table.Do(null, new HearVoices(ImmutableDictionary<Guid, ImmutableArray<long>>.Empty.Add(Mei.PersonId, [60_000, 90_000])));
        table.After(minutes: 60).Do(Amara, new EndClass());
        return table;
    }

    private static ReplayEdit Cut(ClassOnTheTable table, long from, long until) => ReplayEdit.Cut(ClassId, from, until, table.State.OffsetAt(table.Now), Amara.PersonId, table.Now).Value;

    private static LoggedEvent[] Shown(ClassOnTheTable table, ClassActor viewer, params ReplayEdit[] edits)
    {
        var edited = new EditedReplay(edits, table.Log);
        return [.. table.SeenBy(viewer).Select(e => edited.Show(e, viewer.PersonId)).OfType<LoggedEvent>()];
    }
}
