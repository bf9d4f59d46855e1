namespace Lyceum.Web.Tests.Accounts;

public sealed class VisitorLanguageTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Theory]
    [InlineData("ar-EG,ar;q=0.9,en;q=0.8", "ar", "rtl")]
    [InlineData("fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4", "es", "ltr")]
    [InlineData("de, *;q=0.5", "en", "ltr")]
    [InlineData("es;q=0, en", "en", "ltr")]
    [InlineData("not a language; q=many", "en", "ltr")]
    public async Task Whoever_is_not_signed_in_reads_the_language_of_their_browser(string asked, string language, string direction)
    {
        using var visitor = school.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        foreach (var page in new[] { "/signin", "/courses", "/courses/statistics" })
        {
            var answer = await visitor.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("Accept-Language", answer.Headers.Vary);
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_reads_the_language_of_their_account()
    {
        var mei = await school.SignInAnew(Cast.Mei);
        mei.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ar");
        Assert.Contains("<html lang=\"en\"", await mei.GetStringAsync("/courses", TestContext.Current.CancellationToken));
    }
}
