using System.Text.RegularExpressions;

namespace Lyceum.Bench;

/// <summary>What a browser with nothing in its cache transfers for a page: the page, its styles, scripts and what these import, the icons, the font.</summary>
internal sealed partial class PageWeight(HttpClient http)
{
    private readonly Dictionary<string, long> bytes = [];

    public int Requests => bytes.Count;
    public double Kilobytes => Sum(path => !IsFont(path));
    public double FontKilobytes => Sum(IsFont);
    public double ScriptKilobytes => Sum(path => path.Contains(".js", StringComparison.Ordinal));

    public async Task Take(string page)
    {
        var html = await Get(page);
        foreach (Match link in Resource().Matches(html)) await Follow(link.Groups[1].Value);
    }

    private async Task Follow(string reference)
    {
        var path = reference.Split('#')[0].Replace("&amp;", "&", StringComparison.Ordinal);
        if (path.Length == 0 || !path.StartsWith('/') || bytes.ContainsKey(path)) return;
        var text = await Get(path);
        if (!path.Contains(".js", StringComparison.Ordinal)) return;
        foreach (Match import in Import().Matches(text)) await Follow(new Uri(new Uri(http.BaseAddress!, path), import.Groups[1].Value).AbsolutePath);
    }

    private async Task<string> Get(string path)
    {
        using var packed = await http.GetAsync(path);
        packed.EnsureSuccessStatusCode();
        bytes[path] = (await packed.Content.ReadAsByteArrayAsync()).LongLength;
        using var plain = new HttpRequestMessage(HttpMethod.Get, path);
        plain.Headers.AcceptEncoding.Clear();
        plain.Headers.Add("Accept-Encoding", "identity");
        using var answer = await http.SendAsync(plain);
        return await answer.Content.ReadAsStringAsync();
    }

    private double Sum(Func<string, bool> which) => bytes.Where(one => which(one.Key)).Sum(one => one.Value) / 1000.0;

    private static bool IsFont(string path) => path.Contains(".woff2", StringComparison.Ordinal);

    [GeneratedRegex("""(?:<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*?|<script[^>]*?|<use[^>]*?)(?:href|src)="([^"]+)""")]
    private static partial Regex Resource();

    [GeneratedRegex("""(?:from|import)\s*\(?["']([^"']+)["']""")]
    private static partial Regex Import();
}
