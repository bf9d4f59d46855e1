using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Pages;

/// <summary>One browser that goes from page to page and writes down what somebody could not use there.</summary>
internal sealed class PageLook
{
    private const int Phone = 320;
    private const int Desk = 1440;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly IPage page;
    private readonly PagesFixture school;
    private readonly List<string> said = [];

    public List<string> Faults { get; } = [];

    public PageLook(IPage page, PagesFixture school)
    {
        (this.page, this.school) = (page, school);
        page.SetDefaultTimeout(60_000);
        page.Console += (_, line) => { if (line.Type is "error" or "warning") said.Add(line.Text); };
        page.PageError += (_, error) => said.Add(error);
    }

    /// <summary>On a desk and on a phone, in light and in dark.</summary>
    public Task InAllItsLooks(PageRow row) => Look(row, async address =>
    {
        await Open(row, address, Desk);
        await Hears(address);
        await Axed(address, Desk, ColorScheme.Light, onlyColors: false);
        await Axed(address, Desk, ColorScheme.Dark, onlyColors: true);
        await Fits(address, Desk);
        await page.SetViewportSizeAsync(Phone, 700);
        await Axed(address, Phone, ColorScheme.Dark, onlyColors: true);
        await Axed(address, Phone, ColorScheme.Light, onlyColors: false);
        await Fits(address, Phone);
    });

    /// <summary>Right to left, on a phone.</summary>
    public Task InArabic(PageRow row) => Look(row, async address =>
    {
        await Open(row, address, Phone);
        await Hears(address);
        await Axed(address, Phone, ColorScheme.Light, onlyColors: false);
        await Fits(address, Phone);
        if (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction") != "rtl") Faults.Add($"{address}: runs from left to right in Arabic");
    });

    private async Task Look(PageRow row, Func<string, Task> look)
    {
        var address = row.Address(school);
        try
        {
            await look(address);
        }
        // One page that does not come is not to hide what is wrong with the others.
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            Faults.Add($"{address}: {fault.Message}");
        }
        Faults.AddRange(said.Select(line => $"{address}: the console says: {line}"));
        said.Clear();
    }

    private async Task Open(PageRow row, string address, int width)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(width, 900);
        var answer = await page.GotoAsync(new Uri(school.Address, address).ToString());
        if (answer?.Status != 200 || new Uri(page.Url).PathAndQuery != address) Faults.Add($"{address}: answers {answer?.Status} at {page.Url}");
        if (row.Ready is { } ready) await page.Locator(ready).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync(Axe);
    }

    /// <summary>What a screen reader says first: the title of the page, and its one heading.</summary>
    private async Task Hears(string address)
    {
        if ((await page.TitleAsync()).Split('·')[0].Trim().Length == 0) Faults.Add($"{address}: has no title");
        var headings = await page.Locator("h1").AllTextContentsAsync();
        if (headings.Count != 1) Faults.Add($"{address}: has {headings.Count} h1: {string.Join(" | ", headings)}");
    }

    private async Task Axed(string address, int width, ColorScheme scheme, bool onlyColors)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        // Where only the colors change, only rules about colors can find more.
        var found = await page.EvaluateAsync<string[]>(Violations, onlyColors);
        Faults.AddRange(found.Select(fault => $"{address} ({width} px, {scheme}): {fault}"));
    }

    private async Task Fits(string address, int width)
    {
        var beyond = await page.EvaluateAsync<string[]>(Beyond);
        if (beyond.Length > 0) Faults.Add($"{address}: wider than {width} px: {string.Join("  ", beyond)}");
    }

    private const string Violations = """
        async onlyColors => {
          const runOnly = onlyColors
            ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => `${id}: ${help}` + nodes.slice(0, 4).map(one => `\n    ${one.html.slice(0, 200)} ${one.any.concat(one.all).map(check => check.message).join('; ')}`).join(''));
        }
        """;

    /// <summary>Nothing where the page does not scroll to the side; else what reaches beyond its edges, the outermost first.</summary>
    private const string Beyond = """
        () => {
          const wide = document.documentElement.scrollWidth, width = document.documentElement.clientWidth;
          if (wide <= width) return [];
          return [`${wide} px`].concat([...document.body.querySelectorAll('*')]
            .filter(one => { const { left, right } = one.getBoundingClientRect(); return right > width + .5 || left < -.5; })
            .slice(0, 6).map(one => one.cloneNode(false).outerHTML.slice(0, 120)));
        }
        """;
}
