using System.Globalization;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>A moment of a class as people write it: 12:30, or 1:02:30 from an hour on.</summary>
public static class OffsetText
{
    public static string Of(long ms)
    {
        var at = TimeSpan.FromMilliseconds(ms);
        return at.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours}:{at:mm\\:ss}") : string.Create(CultureInfo.InvariantCulture, $"{at.Minutes}:{at:ss}");
    }

    /// <summary>Milliseconds; null when it is none.</summary>
    public static long? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split(':');
        if (parts.Length is < 2 or > 3) return null;
        long seconds = 0;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 999) return null;
            seconds = seconds * 60 + number;
        }
        return seconds * 1000;
    }
}
