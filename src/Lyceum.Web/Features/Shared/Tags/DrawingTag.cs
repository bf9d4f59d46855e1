using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lyceum.Web.Features.Shared;

/// <summary><c>&lt;drawing seed="@course.Slug" /&gt;</c>: a course's own drawing, in the hue around it; <c>small</c> is the tile beside its name.</summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DrawingTag : TagHelper
{
    public string Seed { get; set; } = "";
    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"drawing {(Small ? "square " : "")}{output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("viewBox", Small ? "0 0 32 32" : "0 0 104 64");
        output.Attributes.SetAttribute("fill", "currentColor");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Drawing.Of(Seed, Small));
    }
}
