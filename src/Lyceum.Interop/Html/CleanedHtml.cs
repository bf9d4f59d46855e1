namespace Lyceum.Interop.Html;

public enum HtmlLossKind { Script, Form, EmbeddedPage, RemoteMedia, MissingTarget, TooDeep }

/// <summary>Something of a foreign page that did not come along; <paramref name="Detail"/> is its address or name.</summary>
public sealed record HtmlLoss(HtmlLossKind Kind, string Detail);

/// <summary>Markup that holds nothing but what <see cref="CleanHtml"/> allows, and what was lost on the way, each loss once.</summary>
public sealed record CleanedHtml(string Html, IReadOnlyList<HtmlLoss> Losses)
{
    /// <summary>Whether there is nothing to see: tags without text, pictures or players.</summary>
    public bool IsBlank => !Shown.Any(s => Html.Contains(s, StringComparison.Ordinal)) && CleanHtml.TextOf(Html).Length == 0;

    private static readonly string[] Shown = ["<img ", "<audio ", "<video ", "<hr"];
}

/// <summary>
/// The path here ("/files/…") of what a foreign address names, or null where it names nothing of ours.
/// The address is as written in the page, entities decoded, trimmed.
/// </summary>
public delegate string? FindHere(string address);
