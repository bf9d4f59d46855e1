using System.Xml.Linq;
using Lyceum.Interop.Xml;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Interop.Cartridges;

/// <summary>Points and times as Canvas writes them in assignments, and in quizzes and topics that are graded.</summary>
internal static class GradingReader
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.ExtendedIso;
    private static readonly InstantPattern Utc = InstantPattern.ExtendedIso;

    public static CartridgeGrading Of(XContainer? settings) => new(
        settings.Text("grading_type") is "not_graded" ? null : settings.Number("points_possible") is { } points and >= 0 ? points : null,
        When(settings.Text("unlock_at")), When(settings.Text("due_at")), When(settings.Text("lock_at")));

    /// <summary>Canvas exports instants in UTC and leaves the Z away.</summary>
    private static Instant? When(string? text)
    {
        if (text is null)
            return null;
        if (Local.Parse(text) is { Success: true } local)
            return local.Value.InUtc().ToInstant();
        return Utc.Parse(text) is { Success: true } utc ? utc.Value : null;
    }
}
