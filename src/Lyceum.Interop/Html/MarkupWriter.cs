using System.Text;

namespace Lyceum.Interop.Html;

/// <summary>Writes elements, attributes and text, escaping everything: the only way by which anything gets into cleaned markup.</summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder markup = new();

    public void Start(string name, params IEnumerable<(string Name, string? Value)> attributes)
    {
        markup.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
            {
                markup.Append(' ').Append(attribute).Append("=\"");
                Escape(value);
                markup.Append('"');
            }
        markup.Append('>');
    }

    public void End(string? name)
    {
        if (name is not null)
            markup.Append("</").Append(name).Append('>');
    }

    public void Text(string text) => Escape(text);

    public void Math(string tex)
    {
        Start("span", ("class", "math"));
        Escape(tex);
        End("span");
    }

    /// <summary>Text with the mathematics in it marked.</summary>
    public void TextWithMath(string text)
    {
        foreach (var (piece, isTex) in MathMarkup.Split(text))
            if (isTex)
                Math(piece);
            else
                Text(piece);
    }

    public override string ToString() => markup.ToString();

    private void Escape(string text)
    {
        foreach (var c in text)
            if (Escaped(c) is { } escaped)
                markup.Append(escaped);
            else if (c is '\t' or '\n' or '\r' || !char.IsControl(c))
                markup.Append(c);
    }

    private static string? Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        // A backtick opened an attribute in browsers that some readers still imitate.
        '`' => "&#96;",
        _ => null,
    };
}
