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
        output.Content.SetHtmlContent(Parts(Fraction, Done, Of));
    }

    /// <summary>The same, where markup is written by hand.</summary>
    public static string Bar(double? fraction, int done, int of) => $"<span class=\"segments\" aria-hidden=\"true\">{Parts(fraction, done, of)}</span>";

    private static string Parts(double? fraction, int done, int of)
    {
        if (fraction is not null || of is <= 0 or > MostParts) return Part(fraction ?? (of == 0 ? 0 : (double)done / of));
        var parts = new StringBuilder();
        for (var part = 0; part < of; part++) parts.Append(Part(part < done ? 1 : 0));
        return parts.ToString();
    }

    private static string Part(double done) => $"<i style=\"--done:{Share.Text(done)}\"></i>";
}
