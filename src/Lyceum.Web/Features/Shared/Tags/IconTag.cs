using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lyceum.Web.Features.Shared;

/// <summary><c>&lt;icon name="bell" /&gt;</c>: an icon of the sprite. With <c>label</c> it speaks for itself; without, the words beside it do.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag(Icons icons) : TagHelper
{
    public string Name { get; set; } = "";
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"icon {output.Attributes["class"]?.Value}".TrimEnd());
        if (Label is null)
            output.Attributes.SetAttribute("aria-hidden", "true");
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output.Content.SetHtmlContent(icons.Use(Name));
    }
}
