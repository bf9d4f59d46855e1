using Lyceum.Web.Features.Accounts;

namespace Lyceum.Web.Tests.Accounts;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("Password123456!")]
    [InlineData("p@$$w0rd2026!")]
    [InlineData("Trustno1Trustno1")]
    [InlineData("SUMMER-2026-2026")]
    [InlineData("metallica1986!")]
    [InlineData("!!liverpool1892")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012345")]
    [InlineData("mnbvcxzlkjhgfdsa")]
    [InlineData("mei.tanaka2026!!")]
    [InlineData("Correct Horse Battery Staple")]
    public void What_is_tried_first_is_refused(string password) => Assert.True(CommonPasswords.IsCommon(password, "meitanaka@harbour.example"));

    [Theory]
    [InlineData("green kettle on the pier")]
    [InlineData("winter storm, slow ferry")]
    [InlineData("kD8#vq!2zLm0")]
    [InlineData("سبع سفن في الميناء")]
    [InlineData("my dragon eats football")]
    public void Words_of_ones_own_are_taken_also_where_each_is_common(string password) => Assert.False(CommonPasswords.IsCommon(password, "mei@harbour.example"));

    [Fact]
    public void The_list_is_whole() => Assert.InRange(LeakedPasswords.Count, 30_000, 60_000);
}
