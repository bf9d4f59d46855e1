using System.Text.Json.Serialization;

namespace Lyceum.Domain;

/// <summary>How a text is to be read: Markdown as people type it, or HTML that an importer has already cleaned by the allow-list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextFormat>))]
public enum TextFormat { Markdown, CleanHtml }

/// <summary>
/// Text with structure. <see cref="TextFormat.CleanHtml"/> is only ever made by an importer from HTML that went through the allow-list;
/// whatever a person types is Markdown.
/// </summary>
public sealed record RichText(TextFormat Format, string Text)
{
    public static RichText Empty { get; } = Markdown("");
    public static RichText Markdown(string text) => new(TextFormat.Markdown, text);
    public static RichText CleanHtml(string html) => new(TextFormat.CleanHtml, html);

    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
