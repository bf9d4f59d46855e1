using NodaTime;
using NodaTime.Text;

namespace Lyceum.Web.Features.Courses;

/// <summary>Dates and times as the form controls of HTML send them: YYYY-MM-DD, and YYYY-MM-DDThh:mm without a zone.</summary>
public static class FormTimes
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static LocalDate? Date(string? typed) =>
        LocalDatePattern.Iso.Parse(typed ?? "") is { Success: true } parsed ? parsed.Value : null;

    public static LocalDateTime? Moment(string? typed) =>
        ToTheMinute.Parse(typed ?? "") is { Success: true } parsed ? parsed.Value
        : LocalDateTimePattern.ExtendedIso.Parse(typed ?? "") is { Success: true } longer ? longer.Value
        : null;

    public static string Shown(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
    public static string Shown(LocalDateTime? moment) => moment is { } time ? ToTheMinute.Format(time) : "";
}
