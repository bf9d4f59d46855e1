using Lyceum.Interop.Html;

namespace Lyceum.Interop.Tests.Html;

public sealed class CleanHtmlTests
{
    [Theory]
    [InlineData("<h1>Mean</h1><p>The <b>sum</b> over the <i>count</i>.</p>", "<h2>Mean</h2><p>The <b>sum</b> over the <i>count</i>.</p>")]
    [InlineData("<html><head><title>T</title></head><body><p>Body</p></body></html>", "<p>Body</p>")]
    [InlineData("<p style='text-align: center; color: red; background: url(//x)'>C</p>", "<p style=\"text-align:center\">C</p>")]
    [InlineData("<table border=2><tr><td colspan=2 width=30>1</td></tr></table>", "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>")]
    [InlineData("<font color=red>Red</font>", "Red")]
    [InlineData("<h2 id=intro>In</h2><a href='#intro'>up</a>", "<h2 id=\"part-intro\">In</h2><a href=\"#part-intro\">up</a>")]
    [InlineData("<div onclick=x() class=big>1 &lt; 2</div>", "<p>1 &lt; 2</p>")]
    [InlineData("<div><div><p>a</p></div><p>&nbsp;</p><h2> </h2><div>b <b>c</b></div></div>", "<p>a</p><p>b <b>c</b></p>")]
    [InlineData("<div>a<p>b</p></div>", "<div>a<p>b</p></div>")]
    [InlineData("<a href='https://e.example'>E<span class='ui-icon ui-icon-extlink'><span class='screenreader-only'>Links to an external site.</span></span></a>", "<a href=\"https://e.example/\" rel=\"noopener noreferrer\">E</a>")]
    [InlineData("a<noscript><p>n</p></noscript><!-- c -->b", "ab")]
    public void Honest_markup_keeps_its_meaning(string html, string clean) => Assert.Equal(clean, CleanHtml.Of(html).Html);

    [Fact]
    public void A_link_to_another_site_stays_and_says_nothing_about_us() =>
        Assert.Equal("<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noopener noreferrer\">e</a>",
            CleanHtml.Of("<a href='https://example.org/a?b=1&c' target=_blank>e</a>").Html);

    [Fact]
    public void A_file_of_ours_is_found_and_shown()
    {
        var clean = CleanHtml.Of("<img src='photo.jpg' width=300 onerror=x() alt='A \"dog\"'>", a => a == "photo.jpg" ? "/files/1/photo.jpg" : null);
        Assert.Equal("<img src=\"/files/1/photo.jpg\" alt=\"A &quot;dog&quot;\" loading=\"lazy\" width=\"300\">", clean.Html);
        Assert.Empty(clean.Losses);
    }

    [Fact]
    public void A_missing_file_leaves_its_words_and_is_reported()
    {
        var clean = CleanHtml.Of("<a href='gone.pdf'>The paper</a> <img src=gone.png alt='A chart'>");
        Assert.Equal("The paper A chart", clean.Html);
        Assert.Equal([new(HtmlLossKind.MissingTarget, "gone.pdf"), new(HtmlLossKind.MissingTarget, "gone.png")], clean.Losses);
    }

    [Fact]
    public void What_stands_on_another_site_becomes_a_link_to_it()
    {
        var clean = CleanHtml.Of("<iframe src='https://www.youtube.com/embed/x' title='Why means mislead'></iframe><img src=//pics.example/p.png>");
        Assert.Equal("<a href=\"https://www.youtube.com/embed/x\" rel=\"noopener noreferrer\">Why means mislead</a>"
            + "<a href=\"https://pics.example/p.png\" rel=\"noopener noreferrer\">pics.example</a>", clean.Html);
        Assert.Equal([HtmlLossKind.EmbeddedPage, HtmlLossKind.RemoteMedia], clean.Losses.Select(l => l.Kind));
    }

    [Fact]
    public void A_remote_picture_within_a_link_does_not_nest_links() =>
        Assert.Equal("<a href=\"https://a.example/\" rel=\"noopener noreferrer\">Pic</a>",
            CleanHtml.Of("<a href='https://a.example'><img src='https://b.example/p.png' alt=Pic></a>").Html);

    [Theory]
    [InlineData("<img class=equation_image data-equation-content='x^2&lt;3' src='/equation_images/x'>", "<span class=\"math\">\\(x^2&lt;3\\)</span>")]
    [InlineData("<img class=equation_image alt='LaTeX: \\frac{1}{2}' src='/equation_images/x'>", "<span class=\"math\">\\(\\frac{1}{2}\\)</span>")]
    [InlineData("<img src='https://c.example/equation_images/x%255E2?scale=1'>", "<span class=\"math\">\\(x^2\\)</span>")]
    [InlineData("<p>When \\(a \\ne 0\\), $$x = 1$$</p>", "<p>When <span class=\"math\">\\(a \\ne 0\\)</span>, <span class=\"math\">\\[x = 1\\]</span></p>")]
    [InlineData("<code>\\(a\\)</code> for $5 and $6", "<code>\\(a\\)</code> for $5 and $6")]
    public void Mathematics_becomes_TeX_in_a_span(string html, string clean) => Assert.Equal(clean, CleanHtml.Of(html).Html);

    [Fact]
    public void A_player_of_our_file_keeps_its_captions()
    {
        var clean = CleanHtml.Of("<video autoplay><source src=a.mp4><track src=a.vtt srclang=en label=English></video>", a => "/files/1/" + a);
        Assert.Equal("<video src=\"/files/1/a.mp4\" controls=\"\" preload=\"metadata\">"
            + "<track src=\"/files/1/a.vtt\" kind=\"captions\" srclang=\"en\" label=\"English\"></video>", clean.Html);
    }

    [Fact]
    public void The_text_of_markup_is_one_line() => Assert.Equal("Mean & median", CleanHtml.TextOf("<p>Mean\n &amp;</p><script>x</script> <b>median</b>"));
}
