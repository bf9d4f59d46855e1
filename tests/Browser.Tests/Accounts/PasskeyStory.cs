using Lyceum.Web.Tests;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Accounts;

public sealed class PasskeyStory(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Somebody_adds_a_passkey_signs_out_and_comes_back_with_nothing_typed()
    {
        // WebAuthn asks for a secure origin, and a relying party is a name, not an address.
        var local = new UriBuilder(school.Address) { Host = "localhost" }.Uri;
        var context = await school.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{local}signin?next=/me");
        await page.Locator("input[name=Email]").FillAsync(Cast.EmailOf(Cast.Mei));
        await page.Locator("input[name=Password]").FillAsync(Cast.Password);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("Passkey of").WaitForAsync();
        await page.SaveScreens("me");
        await page.AssertAccessible();

        await page.GotoAsync($"{local}signout");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/signin");
        await page.SaveScreens("signin");
        await page.AssertAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/signin"));
        await page.GotoAsync($"{local}me");
        Assert.Equal("Mei Tanaka", await page.Locator("#Name").InputValueAsync());
    }

    [Fact]
    public async Task Staff_find_people_and_see_that_nothing_has_failed()
    {
        var page = await school.Open(Cast.Ruth, "/school");
        await page.Locator("main input[name=q]").FillAsync("tanaka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        Assert.Equal(1, await page.Locator("table").First.Locator("tbody tr").CountAsync());
        await page.GetByText("Nothing has failed.").WaitForAsync();
        await page.SaveScreens("school");
        await page.AssertAccessible();
    }
}
