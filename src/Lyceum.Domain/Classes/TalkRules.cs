using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Chat and questions.</summary>
internal static class TalkRules
{
    private const int LongestLine = 2000;
    private const int LongestQuestion = 600;

    public static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        PostChat c => Text(c.Text, LongestLine).Match(text => Happened(new ChatPosted(text)), refusal => refusal),
        RemoveChat c => Remove(state.Chat.FirstOrDefault(l => l.Id == c.LineId), who),
        AskQuestion c => Text(c.Text, LongestQuestion).Match(text => Happened(new QuestionAsked(text)), refusal => refusal),
        VoteQuestion c => OfQuestion(state, c.QuestionId, q => HasVoted(q, who) ? Nothing : Happened(new QuestionVoted(q.Id))),
        UnvoteQuestion c => OfQuestion(state, c.QuestionId, q => HasVoted(q, who) ? Happened(new QuestionUnvoted(q.Id)) : Nothing),
        RemoveQuestion c => OfQuestion(state, c.QuestionId, q => q.PersonId == who.PersonId || who.IsStaff ? Happened(new QuestionRemoved(q.Id)) : ClassRefusals.NotYours),
        StartAnswer c => OfQuestion(state, c.QuestionId, q => StartAnswering(state, q)),
        FinishAnswer c => OfQuestion(state, c.QuestionId, q => q.Phase == QuestionPhase.Answered ? Nothing : Happened(new QuestionAnswered(q.Id))),
        _ => NotHere,
    };

    private static Outcome<ImmutableArray<DecidedEvent>> Remove(ChatLine? line, ClassActor who) =>
        line is null || line.IsRemoved ? ClassRefusals.NoSuchLine
        : line.PersonId == who.PersonId || who.IsStaff ? Happened(new ChatRemoved(line.Id))
        : ClassRefusals.NotYours;

    private static Outcome<ImmutableArray<DecidedEvent>> OfQuestion(ClassState state, long id, Func<ClassQuestion, Outcome<ImmutableArray<DecidedEvent>>> decide) =>
        state.Questions.FirstOrDefault(q => q.Id == id) is { IsRemoved: false } question ? decide(question) : ClassRefusals.NoSuchQuestion;

    private static bool HasVoted(ClassQuestion question, ClassActor who) => question.Votes.Contains(who.PersonId) || question.LateVotes.Contains(who.PersonId);

    private static Outcome<ImmutableArray<DecidedEvent>> StartAnswering(ClassState state, ClassQuestion question) => Happened(
    [
        .. state.Questions.Where(q => q.Phase == QuestionPhase.Answering && q.Id != question.Id).Select(q => ForAll(new QuestionAnswered(q.Id))),
        .. question.Phase == QuestionPhase.Answering ? [] : new[] { ForAll(new AnswerStarted(question.Id)) },
    ]);
}
