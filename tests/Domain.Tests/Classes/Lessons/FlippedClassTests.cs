using System.Collections.Immutable;
using System.Text.Json;
using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes.Lessons;

public sealed class FlippedClassTests
{
    private static readonly Instant NextTerm = Start + Duration.FromDays(100);
    private static readonly Guid NewDeck = Person(91);

    public static TheoryData<string> Stories => [.. ClassStories.All.Where(s => Fold(s.Value().Log).EndedAt is not null).Select(s => s.Key)];

    [Theory, MemberData(nameof(Stories))]
    public void Of_every_class_nothing_of_the_students_comes_along(string story)
    {
        var log = ClassStories.All[story]().Log;
        var flipped = Flip(log);
        var said = JsonSerializer.Serialize(flipped.Events, ClassJson.Options);
        foreach (var student in new[] { Mei, Jonas, Lucia })
        {
            Assert.DoesNotContain(student.PersonId.ToString(), said);
            Assert.DoesNotContain(student.Name, said);
        }
        var state = Fold(flipped.Events);
        Assert.Empty(state.Chat);
        Assert.Empty(state.Questions);
        Assert.Empty(state.Hands);
        Assert.Empty(state.Lost);
        Assert.All(state.Polls, p => Assert.Empty(p.Answers));
        Assert.Equal(Enumerable.Range(1, flipped.Events.Length).Select(i => (long)i), flipped.Events.Select(e => e.Sequence));
        Assert.Equal(Fold(log).OffsetAt(Instant.MaxValue), state.OffsetAt(Instant.MaxValue));
        Assert.Equal(flipped.Events.Select(e => e.OffsetMs).Order(), flipped.Events.Select(e => e.OffsetMs));
    }

    [Fact]
    public void Who_taught_is_heard_and_seen_with_slides_and_polls_that_wait_for_answers()
    {
        var table = Taught();
        var flipped = Flip(table.Log);
        var state = Fold(flipped.Events);
        Assert.Equal(("Next term", ClassPhase.Ended, NextTerm), (state.Title, state.Phase, state.EndedAt));
        Assert.Equal(["amara.webm"], state.Media.Tracks.Select(t => t.File));
        Assert.Equal([(60_000L, true)], state.Media.Tracks.Select(t => (t.LengthMs!.Value, t.HasEnded)));
        Assert.Equal([Amara.PersonId], state.Media.Voices.Keys);
        Assert.Equal([Amara.PersonId], state.People.Keys);
        Assert.Equal((NewDeck, 3), (state.Deck!.FileId, state.Deck.Slide));
        var poll = state.Polls.Single();
        Assert.Equal((PollPhase.Closed, 60_000L, 120_000L, null), (poll.Phase, poll.OpenedMs!.Value, poll.ClosedMs!.Value, poll.AddedAt));
        Assert.Equal([1], poll.Correct);
        // Somebody new answers later, and it counts.
        var answered = state.Decide(new AnswerPoll(poll.Id, [1]), new ClassActor(Person(77), "Somebody new", ClassRole.Student), NextTerm + Duration.FromDays(1), 60_000);
        Assert.False(answered.IsRefused);
    }

    [Fact]
    public void What_was_cut_and_who_was_taken_out_stay_behind()
    {
        var table = Taught();
        var flipped = new FlippedClass(table.Log, [ReplayEdit.Cut(Guid.Empty, 50_000, 70_000, 180_000, Amara.PersonId, Start).Value], "Next term", NextTerm, Decks);
        Assert.Empty(Fold(flipped.Events).Polls);
        Assert.Equal([(50_000L, 70_000L)], flipped.Tracks.Single().Cuts);
        var unseen = new FlippedClass(table.Log, [ReplayEdit.Without(ReplayEditKind.Sound, Amara.PersonId, Guid.Empty, Amara.PersonId, Start)], "Next term", NextTerm, Decks);
        Assert.Empty(unseen.Tracks);
        Assert.Empty(Fold(unseen.Events).People);
    }

    private static IReadOnlyDictionary<Guid, Guid> Decks => new Dictionary<Guid, Guid> { [Doors.Deck!.FileId] = NewDeck };

    private static FlippedClass Flip(IReadOnlyList<LoggedEvent> log) => new(log, [], "Next term", NextTerm, Decks);

    // Three minutes: Amara and Mei are recorded, a poll is answered, slides are turned, somebody writes.
    private static ClassOnTheTable Taught()
    {
        var table = Started();
        foreach (var (who, file) in new[] { (Amara, "amara.webm"), (Mei, "mei.webm") }) table.Do(null, new BeginTrack(who.PersonId, MediaSource.Microphone, file, Start));
        table.After(minutes: 1).Do(Amara, new OpenPoll(3));
        table.Do(Mei, new AnswerPoll(3, [0]));
        table.Do(Mei, new PostChat("Mei was here"));
        table.Do(null, new HearVoices(new Dictionary<Guid, ImmutableArray<long>> { [Amara.PersonId] = [0, 9_000], [Mei.PersonId] = [10_000, 12_000] }.ToImmutableDictionary()));
        foreach (var file in new[] { "amara.webm", "mei.webm" }) table.Do(null, new EndTrack(file, 60_000));
        table.After(minutes: 1).Do(Amara, new ClosePoll(3));
        table.Do(Amara, new TurnSlide(3));
        table.After(minutes: 1).Do(Amara, new EndClass());
        return table;
    }
}
