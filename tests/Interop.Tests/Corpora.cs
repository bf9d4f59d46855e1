namespace Lyceum.Interop.Tests;

/// <summary>Real material beside the checkout, made by others; tests that need it skip with a reason where it is absent.</summary>
internal static class Corpora
{
    private static readonly string? Root = Find();

    public static string Folder(string name)
    {
        Assert.SkipWhen(Root is null, "No ../shared/corpora beside this checkout.");
        return Path.Combine(Root!, name);
    }

    /// <summary>Paths from the folder, or one that stands for absence, so that a theory has a row to skip.</summary>
    public static IEnumerable<string> Names(string folder, string pattern) => Root is null ? ["absent"]
        : Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Select(f => Path.GetRelativePath(Path.Combine(Root, folder), f)).Order();

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "corpora")))
                return Path.Combine(at.FullName, "shared", "corpora");
        return null;
    }
}
