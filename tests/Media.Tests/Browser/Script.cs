using System.Text.Json;
using Microsoft.Playwright;

namespace Lyceum.Media.Tests.Browser;

/// <summary>A page of some browser that can be told to run a function with one argument, and be waited for.</summary>
internal interface IScript : IAsyncDisposable
{
    Task<T> Run<T>(string function, object? argument = null);
}

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

    /// <summary>The answer travels as JSON, so that both browsers give the same.</summary>
    public async Task<T> Run<T>(string function, object? argument = null) =>
        JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string>(Wrapped(function, argument)), JsonSerializerOptions.Web)!;

    public static string Wrapped(string function, object? argument) =>
        $"(async () => JSON.stringify((await ({function})({JsonSerializer.Serialize(argument, JsonSerializerOptions.Web)})) ?? null))()";

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
