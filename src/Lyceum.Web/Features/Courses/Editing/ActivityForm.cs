using System.Globalization;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The inspector as it is typed; shown again as it was typed when something in it is refused.</summary>
public sealed class ActivityForm
{
    public string? Title { get; set; }
    public string? Effort { get; set; }
    public string? Points { get; set; }
    public string? Opens { get; set; }
    public string? Due { get; set; }
    public string? Closes { get; set; }
    public bool Published { get; set; }

    public static ActivityForm Of(OutlineActivity activity, DateTimeZone zone)
    {
        var window = LocalWindow.Of(activity.Window, zone);
        return new()
        {
            Title = activity.Title,
            Effort = activity.EffortMinutes.ToString(CultureInfo.InvariantCulture),
            Points = activity.Points?.ToString("0.##", CultureInfo.InvariantCulture),
            Opens = FormTimes.Shown(window.Opens),
            Due = FormTimes.Shown(window.Due),
            Closes = FormTimes.Shown(window.Closes),
            Published = activity.IsPublished,
        };
    }

    public Outcome<ActivityFields> Read()
    {
        if (!int.TryParse(Effort, NumberStyles.None, CultureInfo.InvariantCulture, out var effort) && !string.IsNullOrWhiteSpace(Effort))
            return Refusal.Invalid("Effort is 0 to 6,000 minutes.", nameof(Activity.EffortMinutes));
        decimal? points = null;
        if (!string.IsNullOrWhiteSpace(Points))
        {
            if (!decimal.TryParse(Points.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return Refusal.Invalid("Points are a number from 0 to 10,000.", nameof(Activity.Points));
            points = number;
        }
        foreach (var typed in new[] { Opens, Due, Closes })
            if (!string.IsNullOrWhiteSpace(typed) && FormTimes.Moment(typed) is null) return Refusal.Invalid("This time cannot be read.", nameof(Activity.Due));
        var window = new LocalWindow(FormTimes.Moment(Opens), FormTimes.Moment(Due), FormTimes.Moment(Closes));
        return new ActivityFields(Title ?? "", effort, points, window, Published);
    }
}
