using System.Text.Encodings.Web;

namespace Lyceum.Web.Features.Shared;

/// <summary>The end of a row: how far its reader is. Written by hand, because it is one of the few things on a page that are drawn anew for each reader.</summary>
public static class RowState
{
    public static void Write(ActivityRow row, Icons icons, TextWriter to, HtmlEncoder encoder)
    {
        to.Write($"<div class=\"state {ClassOf(row.Tone)}\">");
        if (row.State != "")
        {
            to.Write("<span>");
            if (row.StateIcon is not null) to.Write(icons.Svg(row.StateIcon));
            encoder.Encode(to, row.State);
            to.Write("</span>");
        }
        if (row.HasBar) to.Write(SegmentsTag.Bar(row.Fraction, row.UnitsDone, row.UnitsTotal));
        to.Write("</div>");
    }

    private static string ClassOf(Tone tone) => tone switch
    {
        Tone.Quiet => "quiet",
        Tone.Now => "now",
        Tone.Good => "good",
        Tone.Course => "course",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, null),
    };
}
