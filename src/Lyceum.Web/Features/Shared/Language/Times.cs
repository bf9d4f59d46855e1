using System.Globalization;
using Lyceum.Web.Features.Accounts;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Web.Features.Shared;

/// <summary>Instants as the reader reads them: in their zone and language.</summary>
public sealed class Times(IHttpContextAccessor http, IClock clock, Words words)
{
    public DateTimeZone Zone => http.HttpContext!.Visit().Zone;
    public Instant Now => clock.GetCurrentInstant();
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>18:00</summary>
    public string Clock(Instant at) => Format(at, "HH:mm");
    /// <summary>20:40:52</summary>
    public string ClockWithSeconds(Instant at) => Format(at, "HH:mm:ss");
    /// <summary>Tue 24 Nov</summary>
    public string Day(Instant at) => Format(at, "ddd d MMM");
    /// <summary>Tue 18:00</summary>
    public string DayAndClock(Instant at) => Format(at, "ddd HH:mm");
    /// <summary>Tue 24 Nov 18:00</summary>
    public string Short(Instant at) => Format(at, "ddd d MMM HH:mm");
    /// <summary>Sunday 29 November, 23:59</summary>
    public string Long(Instant at) => Format(at, "dddd d MMMM, HH:mm");
    /// <summary>24 Nov</summary>
    public string Date(LocalDate date) => date.ToString("d MMM", Culture);
    /// <summary>Tue 24 Nov</summary>
    public string DayOf(LocalDate date) => date.ToString("ddd d MMM", Culture);
    /// <summary>Tuesday 24 November</summary>
    public string LongDate(LocalDate date) => date.ToString("dddd d MMMM", Culture);
    /// <summary>today, tomorrow, in 3 days, Thursday</summary>
    public string DayWord(LocalDate date) => Period.DaysBetween(Today, date) switch
    {
        0 => words["today"],
        1 => words["tomorrow"],
        var days and > 1 and < 7 => words.Count("in {0} day", "in {0} days", days),
        _ => date.ToString("dddd", Culture),
    };
    /// <summary>RFC 3339, for the datetime attribute.</summary>
    public static string Machine(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>20 min ago, yesterday, Tue 24 Nov.</summary>
    public string Relative(Instant at)
    {
        var passed = Now - at;
        if (passed < Duration.FromMinutes(1)) return words["just now"];
        if (passed < Duration.FromHours(1)) return words["{0} min ago", (int)passed.TotalMinutes];
        if (passed < Duration.FromHours(12)) return words["{0} h ago", (int)passed.TotalHours];
        return Period.DaysBetween(at.InZone(Zone).Date, Today) switch
        {
            0 => words["today"],
            1 => words["yesterday"],
            _ => Day(at),
        };
    }

    /// <summary>1 h 15 min, 45 min</summary>
    public string Span(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, _) => words["{0} min", minutes],
        (var hours, 0) => words["{0} h", hours],
        (var hours, var rest) => words["{0} h {1} min", hours, rest],
    };

    /// <summary>1:15:02, 12:40: an offset or what is left, in seconds.</summary>
    public static string Offset(double seconds)
    {
        var whole = (int)Math.Max(0, Math.Floor(seconds));
        return whole >= 3600 ? $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}" : $"{whole / 60}:{whole % 60:00}";
    }

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private string Format(Instant at, string pattern) => at.InZone(Zone).LocalDateTime.ToString(pattern, Culture);
}
