using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Classes.Teaching;

/// <summary>Counts the clicks that somebody makes on a page, over the pages that they lead to.</summary>
public sealed class CountedClicks(IPage page)
{
    private const string Counting = """
        addEventListener("click", event => {
          if (event.isTrusted && event.detail > 0) sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") ?? 0) + 1);
        }, true);
        """;

    /// <summary>By the name of the task, in the order in which they were done.</summary>
    public Dictionary<string, int> OfTasks { get; } = [];

    public static async Task<CountedClicks> On(IPage page)
    {
        await page.AddInitScriptAsync(Counting);
        await page.ReloadAsync();
        return new CountedClicks(page);
    }

    public async Task Of(string task, Func<Task> isDone)
    {
        await page.EvaluateAsync("() => sessionStorage.setItem('clicks', 0)");
        await isDone();
        OfTasks[task] = await page.EvaluateAsync<int>("() => Number(sessionStorage.getItem('clicks'))");
    }
}
