using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Quizzes;

/// <summary>
/// An answer on its way from a device. <paramref name="Sequence"/> grows with every change on any device of the student
/// (milliseconds of the server's clock as the device knows it, or one more than the last, whichever is greater), so a burst
/// that was delayed never overwrites a newer one. <paramref name="JournaledAt"/> is when the device kept it, by that same clock.
/// </summary>
public sealed record JournaledAnswer(Guid QuestionId, Answer Answer, long Sequence, [property: JsonConverter(typeof(InstantAsMilliseconds))] Instant JournaledAt);

/// <summary>An answer as the school has it. <paramref name="ArrivedLate"/>: kept on the device before the deadline, received after it.</summary>
public sealed record SavedAnswer(Answer Answer, long Sequence, [property: JsonConverter(typeof(InstantAsMilliseconds))] Instant JournaledAt, bool ArrivedLate = false);

/// <summary>All the answers of one attempt, by question.</summary>
public sealed class AnswerSheet(IReadOnlyDictionary<Guid, SavedAnswer> answers)
{
    /// <summary>More than any quiz has questions; it only bounds what a broken or hostile client can store.</summary>
    internal const int MaxAnswers = 1000;

    public static AnswerSheet Empty { get; } = new(new Dictionary<Guid, SavedAnswer>());

    public IReadOnlyDictionary<Guid, SavedAnswer> Answers { get; } = answers;

    public Answer? this[Guid questionId] => Answers.GetValueOrDefault(questionId)?.Answer;

    [JsonIgnore]
    public long LastSequence => Answers.Values.Select(saved => saved.Sequence).DefaultIfEmpty().Max();

    [JsonIgnore]
    public bool HasLateAnswers => Answers.Values.Any(saved => saved.ArrivedLate);

    public bool Has(JournaledAnswer incoming) => Answers.TryGetValue(incoming.QuestionId, out var saved) && saved.Sequence >= incoming.Sequence;

    internal Outcome<AnswerSheet> With(IEnumerable<JournaledAnswer> burst, bool arrivedLate, Instant now)
    {
        var sheet = new Dictionary<Guid, SavedAnswer>(Answers);
        foreach (var incoming in burst)
        {
            if (incoming.Answer.Length > Answer.MaxLength) return QuizRefusals.AnswerTooLong;
            if (sheet.TryGetValue(incoming.QuestionId, out var saved) && saved.Sequence >= incoming.Sequence) continue;
            sheet[incoming.QuestionId] = new SavedAnswer(incoming.Answer, incoming.Sequence, Instant.Min(incoming.JournaledAt, now), arrivedLate);
        }
        return sheet.Count > MaxAnswers ? QuizRefusals.TooManyAnswers : new AnswerSheet(sheet);
    }
}
