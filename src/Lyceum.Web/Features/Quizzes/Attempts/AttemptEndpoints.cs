using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>What the attempt page sends: instants in milliseconds since 1970, UTC, by the server's clock as the device knows it.</summary>
public sealed record Burst(IReadOnlyList<Burst.Sent> Answers)
{
    public sealed record Sent(Guid Question, Answer Answer, long Sequence, long JournaledAt);

    /// <summary>Null when something in it is missing or no instant.</summary>
    public IReadOnlyCollection<JournaledAnswer>? Read() =>
        Answers.Any(sent => sent?.Answer is null || sent.JournaledAt is < 0 or > 253_402_300_799_999)
            ? null
            : [.. Answers.Select(sent => new JournaledAnswer(sent.Question, sent.Answer, sent.Sequence, Instant.FromUnixTimeMilliseconds(sent.JournaledAt)))];
}

/// <summary>What the school says back: by question the sequence it has, and where to read the result once handed in.</summary>
public sealed record Receipt(long Now, IReadOnlyDictionary<Guid, long> Saved, long? SavedAt, long? HandedInAt, string? Result);

public static class AttemptEndpoints
{
    public static async Task<IResult> Save(string slug, Guid id, int number, Burst burst, SaveAnswers save, IClock clock, Words words, HttpContext http) =>
        burst.Read() is { } answers
            ? Reply(await save.Run(KeyOf(http, slug, id, number), answers, http.RequestAborted), clock, words)
            : Results.BadRequest();

    public static async Task<IResult> HandIn(string slug, Guid id, int number, Burst burst, HandInAttempt handIn, IClock clock, Words words, HttpContext http) =>
        burst.Read() is { } answers
            ? Reply(await handIn.Run(KeyOf(http, slug, id, number), answers, http.RequestAborted), clock, words)
            : Results.BadRequest();

    private static AttemptKey KeyOf(HttpContext http, string slug, Guid id, int number) =>
        new(slug, id, http.Visit().Viewer.PersonId!.Value, number);

    private static IResult Reply(Outcome<AttemptInHand> outcome, IClock clock, Words words) => outcome.ToResult(words, held => Results.Ok(new Receipt(
        clock.GetCurrentInstant().ToUnixTimeMilliseconds(),
        held.Attempt.Sheet.Answers.ToDictionary(saved => saved.Key, saved => saved.Value.Sequence),
        held.Attempt.SavedAt?.ToUnixTimeMilliseconds(),
        held.Attempt.HandedInAt?.ToUnixTimeMilliseconds(),
        held.Attempt.IsHandedIn ? QuizAddress.Result(held.Slug, held.Attempt.QuizId, held.Attempt.Number) : null)));
}
