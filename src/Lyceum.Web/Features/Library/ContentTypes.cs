using Microsoft.AspNetCore.StaticFiles;

namespace Lyceum.Web.Features.Library;

/// <summary>A file's type is told from its ending, never taken from the browser; what is not known is an opaque download.</summary>
public static class ContentTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new()
    {
        Mappings = { [".vtt"] = "text/vtt", [".md"] = "text/markdown", [".imscc"] = "application/zip", [".weba"] = "audio/webm", [".opus"] = "audio/ogg", [".m4a"] = "audio/mp4", [".avif"] = "image/avif" },
    };

    private static readonly HashSet<string> ShownInPlace =
        ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml", "application/pdf", "text/plain", "text/vtt", "text/csv"];

    public static string Of(string name) => Known.TryGetContentType(name, out var type) ? type : "application/octet-stream";

    public static bool IsShownInPlace(string type) =>
        ShownInPlace.Contains(type) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal);
}
