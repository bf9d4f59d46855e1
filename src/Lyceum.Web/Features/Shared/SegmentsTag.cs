using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// The segmented bar: <c>&lt;segments done="4" of="10" /&gt;</c> draws one part for each thing to do while these are few, else one bar;
/// <c>&lt;segments fraction="0.6" /&gt;</c> draws one bar. The words beside it say the same, so it is silent.
/// </summary>
[HtmlTargetElement("segments", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SegmentsTag : TagHelper
{
    private const int MostParts = 16;

    public double? Fraction { get; set; }
    public int Done { get; set; }
    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"segments {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("aria-hidden", "true");
        var parts = new StringBuilder();
        if (Fraction is null && Of is > 0 and <= MostParts)
            for (var part = 0; part < Of; part++) parts.Append(Part(part < Done ? 1 : 0));
        else
            parts.Append(Part(Fraction ?? (Of == 0 ? 0 : (double)Done / Of)));
        output.Content.SetHtmlContent(parts.ToString());
    }

    private static string Part(double done) =>
        string.Create(CultureInfo.InvariantCulture, $"<i style=\"--done:{Math.Clamp(done, 0, 1):0.###}\"></i>");
}
