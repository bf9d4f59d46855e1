using Lyceum.Domain.Quizzes;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>
/// Reads answers out of the plain form, for browsers without script. Fields are named by the question's id; a matching has one field an item,
/// named id.item. Only what differs from the school's copy is taken, so that a form left open does not undo what came from elsewhere.
/// </summary>
public static class AnswerForm
{
    public static IReadOnlyCollection<JournaledAnswer> Read(IFormCollection form, IEnumerable<AskedQuestion> questions, Instant now)
    {
        var answers = new List<JournaledAnswer>();
        foreach (var asked in questions)
        {
            var answer = Read(form, asked);
            if ((asked.Answer is null && answer.IsEmpty) || IsSame(asked.Answer, answer)) continue;
            answers.Add(new JournaledAnswer(asked.Id, answer, Math.Max(asked.Sequence + 1, now.ToUnixTimeMilliseconds()), now));
        }
        return answers;
    }

    private static Answer Read(IFormCollection form, AskedQuestion asked)
    {
        var values = form[asked.Id.ToString()];
        return asked.Content switch
        {
            SingleChoice => new ChoiceAnswer(values.FirstOrDefault()),
            MultipleChoice => new ChoicesAnswer([.. values.OfType<string>()]),
            TrueFalse => new TrueFalseAnswer(bool.TryParse(values.FirstOrDefault(), out var isTrue) ? isTrue : null),
            Matching matching => new MatchingAnswer(matching.Items
                .Select(item => (item.Id, Option: form[$"{asked.Id}.{item.Id}"].FirstOrDefault()))
                .Where(match => !string.IsNullOrEmpty(match.Option)).ToDictionary(match => match.Id, match => match.Option!)),
            _ => new TextAnswer(values.FirstOrDefault()?.ReplaceLineEndings("\n") ?? ""),
        };
    }

    private static bool IsSame(Answer? saved, Answer read) => (saved, read) switch
    {
        (ChoicesAnswer before, ChoicesAnswer after) => before.ChoiceIds.ToHashSet().SetEquals(after.ChoiceIds),
        (MatchingAnswer before, MatchingAnswer after) => before.Matches.Count == after.Matches.Count && !before.Matches.Except(after.Matches).Any(),
        _ => Equals(saved, read),
    };
}
