using System.Text.Json;
using Microsoft.Playwright;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A page of Chromium, through Playwright.</summary>
internal sealed class ChromiumPage(IPage page) : IScript
{
    public static async Task<ChromiumPage> Open(ChromiumFixture chromium, string url)
    {
        var context = await (await chromium.Browser()).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return new ChromiumPage(page);
    }

    public async Task<T> Run<T>(string function, object? argument = null) =>
        JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string>(Scripts.Wrapped(function, argument)), JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
