namespace Lyceum.Web.Features.Library;

public static class FileSizes
{
    /// <summary>48 kB, 2.5 MB: decimal, as shops and disks count.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1_000.0:0} kB",
        < 1_000_000_000 => $"{bytes / 1_000_000.0:0.#} MB",
        _ => $"{bytes / 1_000_000_000.0:0.##} GB",
    };
}
