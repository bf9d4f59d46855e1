using System.Diagnostics.CodeAnalysis;

namespace Lyceum.Interop.Html;

/// <summary>Addresses outside the school that a link may lead to. Everything else (script, data, vbscript, blob, …) is no address.</summary>
public static class ForeignAddress
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4000)
            return false;
        // Protocol-relative addresses were common when pages were read over http and https alike.
        var whole = text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text;
        return Uri.TryCreate(whole.Trim(), UriKind.Absolute, out address) && address.Scheme is "http" or "https" or "mailto" or "tel";
    }

    public static bool IsPage(Uri address) => address.Scheme is "http" or "https";
}
