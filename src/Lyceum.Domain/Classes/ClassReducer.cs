using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>
/// Apply: state and event to state. The browser has the same reducer; golden logs hold the two together.
/// A personal event (an answer, its results, a lost mark) may be applied after any event for everybody and gives the same state:
/// a snapshot is what everybody sees plus the events for one's own eyes.
/// </summary>
public static class ClassReducer
{
    public static ClassState Apply(this ClassState state, LoggedEvent logged) => state.Apply(logged.AsSeen());

    public static ClassState Apply(this ClassState state, SeenEvent seen)
    {
        var actor = seen.ActorId ?? Guid.Empty;
        var next = seen.Event switch
        {
            ClassOpened e => state with { Phase = ClassPhase.Open, Title = e.Title, PlannedStart = e.PlannedStart, PlannedEnd = e.PlannedEnd, Segments = e.Segments },
            ClassStarted => state with { Phase = ClassPhase.Live, StartedAt = seen.At },
            ClassEnded => state with { Phase = ClassPhase.Ended, EndedAt = seen.At, CoHosts = [], Media = state.Media with { On = RoomMedia.Empty.On } },
            Introduced e => state with { People = state.People.SetItem(actor, new(e.Name, e.Role, state.People.GetValueOrDefault(actor)?.Connections ?? [])) },
            Joined e => state.WithConnections(actor, open => open.Contains(e.ConnectionId) ? open : open.Add(e.ConnectionId)),
            Left e => state.WithConnections(actor, open => open.Remove(e.ConnectionId)).WithoutGone(actor),
            RoomResumed => state with { People = state.People.ToImmutableDictionary(p => p.Key, p => p.Value with { Connections = [] }), Media = state.Media with { On = RoomMedia.Empty.On } },
            HandRaised => state with { Hands = [.. state.Hands.Where(h => h.PersonId != actor), new(actor, seen.OffsetMs)] },
            HandLowered e => state with { Hands = [.. state.Hands.Where(h => h.PersonId != e.PersonId)] },
            DeckShown e => state with { Deck = new(e.FileId, e.Name, 1) },
            SlideTurned e => state with { Deck = state.Deck is { } deck ? deck with { Slide = e.Slide } : null },
            Erased => state,
            LostMarked => state with { Lost = state.Lost.Add(new(seen.OffsetMs, seen.IsLate)) },
            ChapterStarted e => state with { Chapters = state.Chapters.Add(new(e.Title, seen.OffsetMs)) },
            _ => state.ApplyToChat(seen, actor) ?? state.ApplyToQuestion(seen, actor) ?? state.ApplyToPoll(seen, actor) ?? state.ApplyToMedia(seen, actor) ?? state.ApplyToDoor(seen, actor) ?? state.ApplyToCoHosts(seen) ?? state.ApplyToBreakouts(seen)
                ?? state.ApplyToInk(seen, actor) ?? state.ApplyToBoard(seen) ?? state.ApplyToSharedLinks(seen) ?? state.ApplyToSlots(seen) ?? throw new InvalidOperationException($"No rule for {seen.Event.GetType().Name}."),
        };
        return next with { Sequence = Math.Max(state.Sequence, seen.Sequence) };
    }

    private static ClassState? ApplyToChat(this ClassState state, SeenEvent seen, Guid actor) => seen.Event switch
    {
        ChatPosted e => state.WithLine(new(seen.Sequence, actor, seen.OffsetMs, seen.At, seen.IsLate, e.Text, false) { ReplyTo = e.ReplyTo, IsToStaff = e.IsToStaff }),
        ChatRemoved e => state.WithLine(e.LineId, line => line with { Text = "", IsRemoved = true, Signs = [] }),
        LineReacted e => state.WithLine(e.LineId, line => line with { Signs = [.. line.Signs.Remove(new(actor, e.Kind)), new(actor, e.Kind)] }),
        LineReactionTaken e => state.WithLine(e.LineId, line => line with { Signs = line.Signs.Remove(new(actor, e.Kind)) }),
        _ => null,
    };

    private static ClassState? ApplyToQuestion(this ClassState state, SeenEvent seen, Guid actor) => seen.Event switch
    {
        QuestionAsked e => state with { Questions = state.Questions.Add(new(seen.Sequence, actor, seen.OffsetMs, seen.At, seen.IsLate, e.Text)) },
        QuestionVoted e when seen.IsLate => state.WithQuestion(e.QuestionId, q => q with { LateVotes = [.. q.LateVotes.Remove(actor), actor] }),
        QuestionVoted e => state.WithQuestion(e.QuestionId, q => q with { Votes = [.. q.Votes.Remove(actor), actor] }),
        QuestionUnvoted e => state.WithQuestion(e.QuestionId, q => q with { Votes = q.Votes.Remove(actor), LateVotes = q.LateVotes.Remove(actor) }),
        QuestionRemoved e => state.WithQuestion(e.QuestionId, q => q with { Text = "", IsRemoved = true }),
        AnswerStarted e => state.WithQuestion(e.QuestionId, q => q with { Phase = QuestionPhase.Answering, AnsweredFromMs = seen.OffsetMs, AnsweredUntilMs = null }),
        QuestionAnswered e => state.WithQuestion(e.QuestionId, q => q with { Phase = QuestionPhase.Answered, AnsweredFromMs = q.AnsweredFromMs ?? seen.OffsetMs, AnsweredUntilMs = seen.OffsetMs }),
        QuestionAnsweredInWriting e => state.WithQuestion(e.QuestionId, q => q with { Phase = QuestionPhase.Answered, WrittenAnswer = e.Text }),
        QuestionContinued e => state.WithQuestion(e.QuestionId, q => q with { ThreadId = e.ThreadId }),
        _ => null,
    };

    private static ClassState? ApplyToPoll(this ClassState state, SeenEvent seen, Guid actor) => seen.Event switch
    {
        PollPrepared e => state with { Polls = state.Polls.Add(new(seen.Sequence, e.Question, e.Options, e.IsMultiple) { Kind = e.Kind, Correct = e.Correct }) },
        PollOpened e => state.WithOpenedPoll(e, seen),
        CheckpointWithdrawn e => state.WithPoll(e.PollId, p => p with { Phase = PollPhase.Prepared, OpenedMs = null, ClosedMs = null, AddedAt = null }),
        PollAnswered e => state.WithPoll(e.PollId, p => p with { Answers = p.Answers.SetItem(actor, new(e.Choices, seen.IsLate, seen.At) { Word = e.Word }) }),
        PollAnswerCounted e when seen.IsLate => state.WithPoll(e.PollId, p => p with { AnsweredLater = p.AnsweredLater + 1 }),
        PollAnswerCounted e => state.WithPoll(e.PollId, p => p with { AnsweredLive = p.AnsweredLive + 1 }),
        PollClosed e => state.WithPoll(e.PollId, p => p with { Phase = PollPhase.Closed, ClosedMs = seen.OffsetMs }),
        PollResultsShown e => state.WithPoll(e.PollId, p => p with { Results = new(e.Live, e.Later) { Words = e.Words }, Correct = e.Correct }),
        _ => null,
    };

    private static ClassState? ApplyToMedia(this ClassState state, SeenEvent seen, Guid actor) =>
        state.Media.Apply(seen, actor) is { } media ? state with { Media = media } : null;

    private static ClassState? ApplyToDoor(this ClassState state, SeenEvent seen, Guid actor) =>
        state.Door.Apply(seen, actor) is { } door ? state with { Door = door } : null;

    private static ClassState? ApplyToInk(this ClassState state, SeenEvent seen, Guid actor) =>
        state.Ink.Apply(seen, actor) is { } ink ? state with { Ink = ink } : null;

    private static ClassState? ApplyToBoard(this ClassState state, SeenEvent seen) => state.Board.Apply(seen) is { } board ? state with { Board = board } : null;

    private static ClassState WithoutGone(this ClassState state, Guid personId) =>
        state.People.TryGetValue(personId, out var person) && person.Connections.Length > 0 ? state : state with { Media = state.Media.Without(personId) };

    private static ClassState WithConnections(this ClassState state, Guid personId, Func<ImmutableArray<string>, ImmutableArray<string>> change) =>
        state.People.TryGetValue(personId, out var person)
            ? state with { People = state.People.SetItem(personId, person with { Connections = change(person.Connections) }) }
            : state;

    // A line for somebody alone may be applied later than it was written, and stands where it was written.
    private static ClassState WithLine(this ClassState state, ChatLine line)
    {
        var at = state.Chat.Length;
        while (at > 0 && state.Chat[at - 1].Id > line.Id) at--;
        return state with { Chat = state.Chat.Insert(at, line) };
    }

    private static ClassState WithLine(this ClassState state, long id, Func<ChatLine, ChatLine> change) =>
        state with { Chat = [.. state.Chat.Select(line => line.Id == id ? change(line) : line)] };

    private static ClassState WithQuestion(this ClassState state, long id, Func<ClassQuestion, ClassQuestion> change) =>
        state with { Questions = [.. state.Questions.Select(q => q.Id == id ? change(q) : q)] };

    private static ClassState WithPoll(this ClassState state, long id, Func<ClassPoll, ClassPoll> change) =>
        state with { Polls = [.. state.Polls.Select(p => p.Id == id ? change(p) : p)] };

    // Whoever could not see the preparation meets the poll here.
    private static ClassState WithOpenedPoll(this ClassState state, PollOpened opened, SeenEvent seen)
    {
        var known = state.Polls.Any(p => p.Id == opened.PollId)
            ? state
            : state with { Polls = state.Polls.Add(new(opened.PollId, opened.Question, opened.Options, opened.IsMultiple) { Kind = opened.Kind }) };
        return known.WithPoll(opened.PollId, p => p with { Phase = PollPhase.Open, OpenedMs = p.OpenedMs ?? seen.OffsetMs, ClosedMs = null, AddedAt = seen.IsLate ? seen.At : null });
    }
}
