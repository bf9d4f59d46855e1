using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Polls: one is open at a time; the first answer of a person stands; results are kept from those who have yet to answer.</summary>
public static class PollRules
{
    private const int LongestQuestion = 300;
    private const int LongestOption = 200;
    private const int LongestWord = 40;

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who, bool isLate) => command switch
    {
        PreparePoll c => Prepare(c).Match(poll => Happened(new DecidedEvent(Audience.Hosts, new PollPrepared(poll.Question, poll.Options, poll.Correct, poll.IsMultiple, poll.Kind))), refusal => refusal),
        OpenPoll c => OfPoll(state, c.PollId, p => p.Phase == PollPhase.Prepared ? Open(state, p) : ClassRefusals.PollNotPrepared),
        AnswerPoll c => OfPoll(state, c.PollId, p => Answer(state, p, c, who, isLate)),
        ClosePoll c => OfPoll(state, c.PollId, p => p.Phase == PollPhase.Open ? Happened(new PollClosed(p.Id)) : ClassRefusals.PollNotOpen),
        ShowPollResults c => OfPoll(state, c.PollId, p => ShowResults(state, p)),
        WithdrawCheckpoint c => OfPoll(state, c.PollId, p => p.AddedAt is null ? ClassRefusals.NoCheckpoint : Happened(new CheckpointWithdrawn(p.Id))),
        _ => NotHere,
    };

    /// <summary>A poll as it may stand in a class: trimmed, or why not.</summary>
    public static Outcome<PreparePoll> Prepare(PreparePoll poll)
    {
        var options = poll.Options.Select(o => o?.Trim() ?? "").Where(o => o.Length > 0).ToImmutableArray();
        var question = poll.Question.Trim();
        if (question.Length > LongestQuestion) return ClassRefusals.TooLong(LongestQuestion);
        if (question.Length > 0 && poll.Kind == PollKind.Word) return new PreparePoll(question, [], [], false, PollKind.Word);
        if (question.Length == 0 || options.Length is < 2 or > 10) return ClassRefusals.PollNeedsOptions;
        if (poll.Kind == PollKind.Scale) return new PreparePoll(question, [.. Enumerable.Range(1, options.Length).Select(step => $"{step}")], [], false, PollKind.Scale);
        if (options.Any(o => o.Length > LongestOption)) return ClassRefusals.TooLong(LongestOption);
        if (poll.Correct.Any(i => i < 0 || i >= options.Length)) return ClassRefusals.NoSuchOption;
        return poll with { Question = question, Options = options };
    }

    private static Outcome<ImmutableArray<DecidedEvent>> OfPoll(ClassState state, long id, Func<ClassPoll, Outcome<ImmutableArray<DecidedEvent>>> decide) =>
        state.Polls.FirstOrDefault(p => p.Id == id) is { } poll ? decide(poll) : ClassRefusals.NoSuchPoll;

    private static Outcome<ImmutableArray<DecidedEvent>> Open(ClassState state, ClassPoll poll) =>
        state.Phase switch
        {
            ClassPhase.Ended => Happened(Opened(poll), ForAll(new PollClosed(poll.Id))),
            ClassPhase.Live => Happened([.. state.Polls.Where(p => p.Phase == PollPhase.Open).Select(p => ForAll(new PollClosed(p.Id))), Opened(poll)]),
            _ => ClassRefusals.NotStarted,
        };

    private static DecidedEvent Opened(ClassPoll poll) => ForAll(new PollOpened(poll.Id, poll.Question, poll.Options, poll.IsMultiple, poll.Kind));

    private static Outcome<ImmutableArray<DecidedEvent>> Answer(ClassState state, ClassPoll poll, AnswerPoll answer, ClassActor who, bool isLate)
    {
        if (poll.Phase == PollPhase.Prepared) return ClassRefusals.PollNotOpenedYet;
        if (poll.Phase == PollPhase.Closed && !isLate) return ClassRefusals.PollNotOpen;
        if (poll.Answers.ContainsKey(who.PersonId)) return ClassRefusals.AlreadyAnswered;
        var word = string.Join(' ', (answer.Word ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        ImmutableArray<int> choices = poll.Kind == PollKind.Word ? [] : [.. answer.Choices.Distinct().Order()];
        if (poll.Kind == PollKind.Word && word.Length == 0) return ClassRefusals.NothingWritten;
        if (word.Length > LongestWord) return ClassRefusals.TooLong(LongestWord);
        if (poll.Kind != PollKind.Word && (choices.Length == 0 || (choices.Length > 1 && !poll.IsMultiple) || choices.Any(c => c < 0 || c >= poll.Options.Length))) return ClassRefusals.NoSuchOption;

        var own = Audience.Only(who.PersonId);
        var events = ImmutableArray.Create(new DecidedEvent(own, new PollAnswered(poll.Id, choices, poll.Kind == PollKind.Word ? word : null)), ForAll(new PollAnswerCounted(poll.Id)));
        // Live, the results come to all who answered when they are shown; a late answer gets those that were shown, and after the class all.
        return isLate && (poll.Results is not null || state.Phase == ClassPhase.Ended) ? events.Add(new(own, Results(poll, new(choices, isLate, default) { Word = word }))) : events;
    }

    private static Outcome<ImmutableArray<DecidedEvent>> ShowResults(ClassState state, ClassPoll poll)
    {
        if (poll.Phase == PollPhase.Prepared) return ClassRefusals.PollNotOpenedYet;
        var witnesses = state.People.Where(p => p.Value.Connections.Length > 0).Select(p => p.Key).Union(poll.Answers.Keys);
        var shown = new DecidedEvent(Audience.Only(witnesses), Results(poll));
        return poll.Phase == PollPhase.Open ? Happened(ForAll(new PollClosed(poll.Id)), shown) : Happened(shown);
    }

    /// <summary>With the end of the class nobody waits for the result any longer who has answered.</summary>
    internal static IEnumerable<DecidedEvent> ResultsAtTheEnd(ClassState state) => state.Polls.Where(p => p.OpenedMs is not null && p.Results is null && p.Answers.Count > 0)
        .Select(p => new DecidedEvent(Audience.Only(p.Answers.Keys), Results(p)));

    private static PollResultsShown Results(ClassPoll poll, PollAnswer? added = null)
    {
        PollAnswer[] answers = [.. poll.Answers.Values.OrderBy(a => a.At), .. added is null ? Array.Empty<PollAnswer>() : [added]];
        return new(poll.Id, Tally(poll, answers.Where(a => !a.IsLate)), Tally(poll, answers.Where(a => a.IsLate)), poll.Correct, poll.Kind == PollKind.Word ? Words(answers) : null);
    }

    private static ImmutableArray<int> Tally(ClassPoll poll, IEnumerable<PollAnswer> answers)
    {
        var votes = answers.SelectMany(a => a.Choices).CountBy(choice => choice).ToDictionary();
        return [.. Enumerable.Range(0, poll.Options.Length).Select(option => votes.GetValueOrDefault(option))];
    }

    // The same word however it is written; shown as it came first, the most frequent in front.
    private static ImmutableArray<PollWord> Words(IEnumerable<PollAnswer> answers) =>
    [
        .. answers.Where(a => a.Word is not null).GroupBy(a => a.Word!.ToLowerInvariant())
            .Select(same => new PollWord(same.First().Word!, same.Count(a => !a.IsLate), same.Count(a => a.IsLate)))
            .OrderByDescending(w => w.Live + w.Later).ThenBy(w => w.Text, StringComparer.Ordinal),
    ];
}
