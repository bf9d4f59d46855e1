using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lyceum.Web.Tests;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests;

/// <summary>A school (the one of the web tests: real host, a clock that the test owns, the cast) and a Chromium to walk through it.</summary>
public class BrowserFixture : SchoolFixture
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>More that this fixture's Chromium should be told.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        // A loaded machine is slow, and no story is about that.
        Assertions.SetDefaultExpectTimeout(60_000);
        Browser = await Launch();
    }

    /// <summary>One more Chromium; whoever asks for it closes it.</summary>
    protected Task<IBrowser> Launch() => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", .. Arguments] });

    /// <summary>A browser of their own for this person (null = a visitor), signed in, at the path.</summary>
    public Task<IPage> Open(string? who, string path, BrowserNewContextOptions? options = null) => Open(Browser, who, path, options);

    protected async Task<IPage> Open(IBrowser browser, string? who, string path, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await Prepare(context, who);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        if (who is not null)
        {
            await page.GotoAsync($"{Address}signin");
            await page.Locator("input[name=Email]").FillAsync(Cast.EmailOf(who));
            await page.Locator("input[name=Password]").FillAsync(Password);
            await page.Locator("main form button").First.ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/signin"));
        }
        await page.GotoAsync(new Uri(Address, path).ToString());
        return page;
    }

    /// <summary>What a browser of this person (null = a visitor) gets before its first page.</summary>
    protected virtual Task Prepare(IBrowserContext context, string? who) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public static class Looks
{
    private static readonly string Screens = FindScreens();

    /// <summary>Saves artifacts/screens/name-WIDTH-SCHEME.png at 390, 820 and 1440 px, light and dark, and leaves the page as it was.</summary>
    public static async Task SaveScreens(this IPage page, string name)
    {
        var before = page.ViewportSize;
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var (width, height) in new[] { (390, 844), (820, 1180), (1440, 900) })
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EvaluateAsync("() => document.fonts.ready");
                var path = Path.Combine(Screens, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png");
                await page.ScreenshotAsync(new() { Path = path, FullPage = true });
            }
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (before is not null) await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Axe finds nothing (WCAG 2.2 A and AA), in light and in dark, and nothing is wider than a phone of 320 px.</summary>
    public static async Task AssertAccessible(this IPage page)
    {
        var before = page.ViewportSize;
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            Assert.True(found.Violations.Length == 0, $"{page.Url} ({scheme}):\n" + string.Join('\n', found.Violations.Select(Sentence)));
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(320, 700);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        var beyond = wide <= 320 ? [] : await page.EvaluateAsync<string[]>(Beyond);
        if (before is not null) await page.SetViewportSizeAsync(before.Width, before.Height);
        Assert.True(wide <= 320, $"{page.Url} is {wide} px wide on a screen of 320 px:\n  {string.Join("\n  ", beyond)}");
    }

    /// <summary>What reaches beyond the edge, the outermost first.</summary>
    private const string Beyond = """
        () => [...document.body.querySelectorAll('*')]
          .filter(one => { const { left, right } = one.getBoundingClientRect(); return right > 320.5 || left < -0.5; })
          .slice(0, 8).map(one => one.cloneNode(false).outerHTML.slice(0, 120))
        """;

    private static string Sentence(AxeResultItem item) =>
        $"{item.Id}: {item.Help}\n" + string.Join('\n', item.Nodes.Take(4).Select(node => $"  {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}"));

    private static string FindScreens()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lyceum.slnx"))) folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts", "screens")).FullName;
    }
}
