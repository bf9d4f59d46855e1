using System.Globalization;

namespace Lyceum.Web.Features.Shared;

/// <summary>A part of a whole, 0 to 1, as style sheets take it: "0.437". Pages hold dozens, so that each is written once.</summary>
public static class Share
{
    private const int Steps = 1000;
    private static readonly string[] Texts = [.. Enumerable.Range(0, Steps + 1).Select(step => ((double)step / Steps).ToString("0.###", CultureInfo.InvariantCulture))];

    public static string Text(double share) => Texts[(int)Math.Round(Math.Clamp(share, 0, 1) * Steps, MidpointRounding.AwayFromZero)];
}
