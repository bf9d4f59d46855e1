using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// <c>&lt;countdown to="@startsAt" now="@Times.Now" /&gt;</c>: drawn by the server, kept going by the countdown island on the server's clock.
/// At zero the island asks for the page again, unless <c>stays</c>.
/// </summary>
[HtmlTargetElement("countdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CountdownTag : TagHelper
{
    public Instant To { get; set; }
    public Instant Now { get; set; }
    public bool Stays { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "count-down";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("role", "timer");
        output.Attributes.SetAttribute("data-left", (To - Now).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
        if (Stays) output.Attributes.SetAttribute("data-stays", "");
        output.Content.SetContent(Times.Offset((To - Now).TotalSeconds));
    }
}
