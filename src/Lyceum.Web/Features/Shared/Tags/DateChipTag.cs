using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Lyceum.Web.Features.Shared;

/// <summary><c>&lt;date-chip date="@date" /&gt;</c> in the course's hue; the class says more: planned, moved, skipped, conflict.</summary>
[HtmlTargetElement("date-chip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateChipTag : TagHelper
{
    public LocalDate Date { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"date-chip {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("datetime", Date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture));
        var weekday = Date.ToString("ddd", CultureInfo.CurrentCulture);
        output.Content.SetHtmlContent(
            $"<span class=\"weekday\">{HtmlEncoder.Default.Encode(weekday)}</span><span class=\"day\">{Date.Day.ToString(CultureInfo.CurrentCulture)}</span>");
    }
}
