using System.Globalization;
using System.Text;
using Lyceum.Domain.Courses;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lyceum.Web.Features.Shared;

/// <summary><c>&lt;avatar name="Mei Tanaka" size="44" /&gt;</c>: initials in a hue that stays the person's own. The name stands beside it, or in <c>label</c>.</summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvatarTag : TagHelper
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "dr", "dr.", "prof", "prof.", "mr", "mrs", "ms" };

    public string Name { get; set; } = "";
    /// <summary>In px; 36 without it.</summary>
    public int? Size { get; set; }
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"avatar hue-{HueOf(Name)} {output.Attributes["class"]?.Value}".TrimEnd());
        if (Size is { } size) output.Attributes.SetAttribute("style", $"--size:{size}px");
        if (Label is null)
            output.Attributes.SetAttribute("aria-hidden", "true");
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output.Content.SetContent(InitialsOf(Name));
    }

    /// <summary>First letters of the first and the last word, without a title before them.</summary>
    internal static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Titles.Contains(word)).ToList();
        return words.Count switch
        {
            0 => "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    // string.GetHashCode differs from start to start; a face should not.
    internal static string HueOf(string name) =>
        Hues.All[(int)(Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u) % (uint)Hues.All.Count)];

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
