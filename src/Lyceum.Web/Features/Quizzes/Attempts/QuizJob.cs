using System.Text.Json;
using Lyceum.Domain.Quizzes;
using Lyceum.Domain.School;
using NodaTime;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>What must happen to an attempt later.</summary>
internal sealed record QuizJob(Guid AttemptId)
{
    internal const string HandInKind = "hand-in-quiz";
    internal const string ReleaseKind = "release-quiz-grade";

    internal static Job HandIn(Attempt attempt, Instant at, Instant now) => Job.New(HandInKind, Payload(attempt), at, now);

    internal static Job Release(Attempt attempt, Instant at, Instant now) => Job.New(ReleaseKind, Payload(attempt), at, now);

    internal static Guid AttemptOf(Job job) => JsonSerializer.Deserialize<QuizJob>(job.Payload)!.AttemptId;

    private static string Payload(Attempt attempt) => JsonSerializer.Serialize(new QuizJob(attempt.Id));
}
