using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Chat and questions.</summary>
public static class TalkRules
{
    private const int LongestLine = 2000;
    private const int LongestQuestion = 600;

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        PostChat c => Text(c.Text, LongestLine).Match(text => Post(state, c, text, who), refusal => refusal),
        RemoveChat c => OfLine(state, c.LineId, who, line => Remove(state, line, who)),
        ReactToLine c => OfLine(state, c.LineId, who, line => React(state, line, c.Kind, who)),
        AskQuestion c => Text(c.Text, LongestQuestion).Match(text => Happened(new QuestionAsked(text)), refusal => refusal),
        VoteQuestion c => OfQuestion(state, c.QuestionId, q => HasVoted(q, who) ? Nothing : Happened(new QuestionVoted(q.Id))),
        UnvoteQuestion c => OfQuestion(state, c.QuestionId, q => HasVoted(q, who) ? Happened(new QuestionUnvoted(q.Id)) : Nothing),
        RemoveQuestion c => OfQuestion(state, c.QuestionId, q => q.PersonId == who.PersonId || state.Leads(who) ? Happened(new QuestionRemoved(q.Id)) : ClassRefusals.NotYours),
        StartAnswer c => OfQuestion(state, c.QuestionId, q => StartAnswering(state, q)),
        FinishAnswer c => OfQuestion(state, c.QuestionId, q => q.Phase == QuestionPhase.Answered ? Nothing : Happened(new QuestionAnswered(q.Id))),
        AnswerInWriting c => OfQuestion(state, c.QuestionId, q => Text(c.Text, LongestLine).Match(text => Happened(new QuestionAnsweredInWriting(q.Id, text)), refusal => refusal)),
        _ => NotHere,
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command) => command switch
    {
        ContinueQuestion c => OfQuestion(state, c.QuestionId, q => q.ThreadId is null ? Happened(new QuestionContinued(q.Id, c.ThreadId)) : Nothing),
        _ => NotHere,
    };

    /// <summary>Those that wait for an answer when the class is over; a guest has no place where it could go on.</summary>
    public static IEnumerable<ClassQuestion> LeftOpen(this ClassState state) => state.Questions.Where(q => q is { IsRemoved: false, Phase: QuestionPhase.Asked, ThreadId: null, IsLate: false } && state.People.GetValueOrDefault(q.PersonId)?.Role != ClassRole.Guest);

    private static Outcome<ImmutableArray<DecidedEvent>> Post(ClassState state, PostChat post, string text, ClassActor who)
    {
        if (post.ReplyTo is not { } answered) return Happened(new DecidedEvent(post.IsToStaff ? Audience.Only(who.PersonId) : Audience.All, new ChatPosted(text, null, post.IsToStaff)));
        return OfLine(state, answered, who, line =>
        {
            var first = First(state, line);
            return Happened(new DecidedEvent(AudienceOf(first), new ChatPosted(text, first.Id, first.IsToStaff)));
        });
    }

    private static Outcome<ImmutableArray<DecidedEvent>> Remove(ClassState state, ChatLine line, ClassActor who) =>
        line.PersonId == who.PersonId || state.Leads(who) ? Happened(new DecidedEvent(AudienceOf(First(state, line)), new ChatRemoved(line.Id))) : ClassRefusals.NotYours;

    private static Outcome<ImmutableArray<DecidedEvent>> React(ClassState state, ChatLine line, ReactionKind kind, ClassActor who) => Happened(new DecidedEvent(
        AudienceOf(First(state, line)), line.Signs.Contains(new(who.PersonId, kind)) ? new LineReactionTaken(line.Id, kind) : new LineReacted(line.Id, kind)));

    // A line that one may not see is as one that is not there.
    private static Outcome<ImmutableArray<DecidedEvent>> OfLine(ClassState state, long id, ClassActor who, Func<ChatLine, Outcome<ImmutableArray<DecidedEvent>>> decide) =>
        state.Chat.FirstOrDefault(l => l.Id == id) is { IsRemoved: false } line && AudienceOf(First(state, line)).Includes(who.PersonId, who.IsStaff) ? decide(line) : ClassRefusals.NoSuchLine;

    private static ChatLine First(ClassState state, ChatLine line) => line.ReplyTo is { } first ? state.Chat.First(l => l.Id == first) : line;

    private static Audience AudienceOf(ChatLine first) => first.IsToStaff ? Audience.Only(first.PersonId) : Audience.All;

    private static Outcome<ImmutableArray<DecidedEvent>> OfQuestion(ClassState state, long id, Func<ClassQuestion, Outcome<ImmutableArray<DecidedEvent>>> decide) =>
        state.Questions.FirstOrDefault(q => q.Id == id) is { IsRemoved: false } question ? decide(question) : ClassRefusals.NoSuchQuestion;

    private static bool HasVoted(ClassQuestion question, ClassActor who) => question.Votes.Contains(who.PersonId) || question.LateVotes.Contains(who.PersonId);

    private static Outcome<ImmutableArray<DecidedEvent>> StartAnswering(ClassState state, ClassQuestion question) => Happened(
    [
        .. state.Questions.Where(q => q.Phase == QuestionPhase.Answering && q.Id != question.Id).Select(q => ForAll(new QuestionAnswered(q.Id))),
        .. question.Phase == QuestionPhase.Answering ? [] : new[] { ForAll(new AnswerStarted(question.Id)) },
    ]);
}
