using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lyceum.Domain;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Tests.Shared;

public sealed class ProseTests : IDisposable
{
    private readonly ProseRenderer prose = new();

    public void Dispose() => prose.Dispose();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](JaVaScRiPt:alert(1))")]
    [InlineData("[click](<java\tscript:alert(1)>)")]
    [InlineData("[click](&#106;avascript:alert(1))")]
    [InlineData("[click](javascript&colon;alert(1))")]
    [InlineData("[click](<\u0001javascript:alert(1)>)")]
    [InlineData("[click](vbscript:msgbox(1))")]
    [InlineData("[click](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![x](data:image/svg+xml,<svg/onload=alert(1)>)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[click]\n\n[click]: javascript:alert(1)")]
    [InlineData("[click][1]\n\n[1]: <javascript:alert(1)> \"a title\"")]
    [InlineData("[x](http://a\"onmouseover=alert(1)//)")]
    [InlineData("![a\" onerror=\"alert(1)](x.png \"b\\\" onload=\\\"alert(1)\")")]
    [InlineData("| a |\n|---|\n| [click](javascript:alert(1)) |")]
    [InlineData("$\\href{javascript:alert(1)}{x}$ <iframe src=//evil></iframe>")]
    [InlineData("Note[^1]\n\n[^1]: [click](javascript:alert(1))")]
    [InlineData("## <b onclick=alert(1)>Heading</b>")]
    [InlineData("```html\n</code></pre><script>alert(1)</script>\n```")]
    public void Nothing_that_is_typed_runs(string typed)
    {
        foreach (var html in new[] { prose.Render(RichText.Markdown(typed)).Html, prose.Inline(RichText.Markdown(typed)), prose.Post(typed) })
        {
            var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
            Assert.Empty(body.QuerySelectorAll("script, iframe, object, embed, svg, style, form, meta, base"));
            Assert.All(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), IsHarmless);
        }
    }

    [Fact]
    public void Addresses_that_lead_somewhere_stay()
    {
        var html = prose.Render(RichText.Markdown("[a](https://example.org/a:b) [b](/files/1/x.pdf) [c](mailto:a@b.example) [d](#part-1) <https://example.org>")).Html.ToString();
        foreach (var address in new[] { "https://example.org/a:b", "/files/1/x.pdf", "mailto:a@b.example", "#part-1", "https://example.org" })
            Assert.Contains($"href=\"{address}\"", html);
    }

    [Fact]
    public void A_paragraph_in_a_line_loses_its_own_element_and_two_keep_theirs()
    {
        Assert.Equal("A <em>small</em> n", prose.Inline(RichText.Markdown("A *small* n")).ToString());
        Assert.StartsWith("<p>One</p>", prose.Inline(RichText.Markdown("One\n\nTwo")).ToString());
        Assert.Equal("What is n…", prose.Line(RichText.Markdown("What is *n* = 30 good for?"), 10));
    }

    private static void IsHarmless(IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
        if (attribute.Name is not ("href" or "src")) return;
        var scheme = new string([.. attribute.Value.Where(letter => letter > ' ')]).Split('/', '?', '#')[0];
        Assert.True(!scheme.Contains(':') || scheme is "http:" or "https:" || scheme.StartsWith("mailto:", StringComparison.Ordinal), attribute.Value);
    }
}
