using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Interop.Html;

namespace Lyceum.Interop.Tests.Html;

public sealed class HostileHtmlTests
{
    public static TheoryData<string> Samples => [.. HostileMarkup.Whole];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_known_attack_comes_out_harmless(string html) => AssertHarmless(CleanHtml.Of(html, HostileMarkup.Echo).Html);

    [Fact]
    public void Any_mixture_of_hostile_pieces_comes_out_harmless_and_stays_so_when_read_again()
    {
        var mixture = Gen.Elements(HostileMarkup.Pieces).ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(mixture, html =>
        {
            var clean = CleanHtml.Of(html, HostileMarkup.Echo).Html;
            AssertHarmless(clean);
            AssertHarmless(CleanHtml.Of(clean, HostileMarkup.Echo).Html);
            AssertHarmless(new HtmlParser().ParseDocument(clean).Body!.InnerHtml);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(40));
    }

    [Fact]
    public void Any_characters_at_all_come_out_harmless() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), html => AssertHarmless(CleanHtml.Of(html.Get, HostileMarkup.Echo).Html)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b id=%>")]
    [InlineData("<x-%>")]
    [InlineData("<table><a>")]
    [InlineData("<p><b>")]
    [InlineData("<option>")]
    [InlineData("<li><p>")]
    [InlineData("<dd><td>")]
    [InlineData("<p><br>")]
    public void Markup_nested_beyond_reason_neither_stalls_nor_overflows(string piece)
    {
        var html = string.Concat(Enumerable.Range(0, 200_000).Select(i => piece.Replace("%", $"{i}", StringComparison.Ordinal)));
        var watch = Stopwatch.StartNew();
        AssertHarmless(CleanHtml.Of(html).Html);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static void AssertHarmless(string clean)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(clean);
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
            Assert.Contains(element.LocalName, HostileMarkup.Harmless);
            foreach (var attribute in element.Attributes)
                Assert.True(IsHarmless(attribute), $"{attribute.Name}={attribute.Value} survived in {clean}");
        }
    }

    private static bool IsHarmless(IAttr attribute) => attribute.Name switch
    {
        "href" => attribute.Value is ['#' or '/', ..] && !attribute.Value.StartsWith("//", StringComparison.Ordinal)
            || new Uri(attribute.Value).Scheme is "http" or "https" or "mailto" or "tel",
        "src" => attribute.Value.StartsWith('/') && !attribute.Value.StartsWith("//", StringComparison.Ordinal),
        "style" => !attribute.Value.Contains('(') && !attribute.Value.Contains('\\') && !attribute.Value.Contains('@'),
        "class" => attribute.Value == "math",
        "id" => attribute.Value.StartsWith("part-", StringComparison.Ordinal),
        _ => HostileMarkup.HarmlessAttributes.Contains(attribute.Name),
    };
}
