using Lyceum.Domain;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Shared;

/// <summary>The one place that turns a refusal's kind into a status code.</summary>
public static class Refusals
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLate => StatusCodes.Status410Gone,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>RFC 9457 problem with the sentence in the reader's language.</summary>
    public static IResult ToResult(this Refusal refusal, Words words) =>
        Results.Problem(words.Of(refusal), statusCode: StatusOf(refusal.Kind));

    /// <summary>As the browser gets it over a hub.</summary>
    public static SentRefusal ToSent(this Refusal refusal, string message) => new(refusal.Kind.ToString(), message);

    public static IResult ToResult<T>(this Outcome<T> outcome, Words words, Func<T, IResult> done) =>
        outcome.Match(done, refusal => refusal.ToResult(words));
}
