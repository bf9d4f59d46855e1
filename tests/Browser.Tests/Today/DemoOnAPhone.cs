using Lyceum.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Browser.Tests.Today;

/// <summary>A week with two classes at once and long titles, on the narrowest phone.</summary>
public sealed class DemoOnAPhone(DemoBrowser school) : IClassFixture<DemoBrowser>
{
    [Fact]
    public async Task Nothing_of_a_full_week_in_Arabic_reaches_beyond_its_place()
    {
        await school.Write(async db => (await db.People.AsTracking().SingleAsync(person => person.Email == Cast.EmailOf(Cast.Mei))).Describe("Mei Tanaka", "Europe/Oslo", "ar"));
        var page = await school.Open(Cast.Mei, "/", new() { ViewportSize = new() { Width = 320, Height = 700 } });
        Assert.Equal(2, await page.Locator(".week .today .blocks > li").CountAsync());
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.week h3')].filter(day => day.scrollWidth > day.clientWidth).map(day => day.textContent.trim())"));
    }
}
