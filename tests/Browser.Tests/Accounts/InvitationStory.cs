using System.Text.RegularExpressions;
using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Accounts;

public sealed partial class InvitationStory(BrowserFixture school) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Somebody_new_comes_in_by_the_letter_with_a_passkey_and_later_with_nothing_typed()
    {
        var amara = await school.Open(Cast.Amara, "/courses/statistics/people");
        await amara.GetByLabel("E-mail").FillAsync("ada@harbour.example");
        await amara.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada Nilsen");
        await amara.Locator("form[action*=Invite] button").Last.ClickAsync();
        await amara.GetByText("invited, not here yet").WaitForAsync();
        await amara.GetByLabel("Change Ada Nilsen").ClickAsync();
        await amara.GetByRole(AriaRole.Button, new() { Name = "Send the invitation again" }).WaitForAsync();
        await amara.SaveScreens("people-invited");
        await amara.AssertAccessible();

        // WebAuthn asks for a secure origin, and a relying party is a name, not an address.
        var letter = await school.Read(db => db.Mails.SingleAsync(mail => mail.To == "ada@harbour.example"));
        var local = new UriBuilder(school.Address) { Host = "localhost" }.Uri;
        var context = await school.Browser.NewContextAsync();
        var ada = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(ada);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await ada.GotoAsync(new Uri(local, new Uri(Link().Match(letter.Body).Value).PathAndQuery).ToString());
        await ada.GetByRole(AriaRole.Heading, new() { Name = "Welcome to Harbour School, Ada Nilsen" }).WaitForAsync();
        await ada.SaveScreens("invitation");
        await ada.AssertAccessible();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make a passkey instead" }).ClickAsync();
        await ada.WaitForURLAsync(url => !url.Contains("/account"));
        await ada.GotoAsync($"{local}courses/statistics");
        await ada.GetByText("Leave this course").WaitForAsync();

        await ada.GotoAsync($"{local}signout");
        await ada.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await ada.WaitForURLAsync("**/signin");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await ada.WaitForURLAsync(url => !url.Contains("/signin"));
        await ada.GotoAsync(new Uri(local, new Uri(Link().Match(letter.Body).Value).PathAndQuery).ToString());
        await ada.GetByRole(AriaRole.Heading, new() { Name = "This invitation is over" }).WaitForAsync();
        await ada.AssertAccessible();
    }

    [GeneratedRegex(@"https?://\S+/account/invitation\?\S+")]
    private static partial Regex Link();
}
