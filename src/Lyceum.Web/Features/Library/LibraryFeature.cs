using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lyceum.Web.Features.Library;

public static class LibraryFeature
{
    public static IServiceCollection AddLibrary(this IServiceCollection services, SchoolSettings settings)
    {
        services.AddSingleton<IFileStore>(_ => settings.OpenFiles());
        services.AddScoped<FileUploads>();
        services.AddScoped<IJobHandler, DeleteUnusedContent>();
        return services;
    }

    public static void MapLibrary(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{id:guid}/{name}", Send);

    /// <summary>The path under which a file is served; its name is only for the eyes.</summary>
    public static string AddressOf(StoredFile file) => $"/files/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static async Task<IResult> Send(Guid id, SchoolDb db, IFileStore files, HttpContext http, CancellationToken ct)
    {
        var file = await db.FilesVisibleTo(http.Visit().Viewer).SingleOrDefaultAsync(file => file.Id == id, ct);
        return file is null ? Results.NotFound() : await SendTo(file, files, http, ct);
    }

    /// <summary>To whoever may have it: the caller has asked.</summary>
    internal static async Task<IResult> SendTo(StoredFile file, IFileStore files, HttpContext http, CancellationToken ct)
    {
        if (await files.Open(file.Hash, ct) is not { } content) return Results.NotFound();
        var headers = http.Response.Headers;
        // People's files never act in the application's name: no script, no styles of ours, no frames.
        headers.ContentSecurityPolicy = file.ContentType == "application/pdf" ? "default-src 'none'; frame-ancestors 'self'" : "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers.CacheControl = "private, no-cache";
        var shown = ContentTypes.IsShownInPlace(file.ContentType);
        if (shown) headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.Name }.ToString();
        return Results.Stream(content, file.ContentType, shown ? null : file.Name,
            file.CreatedAt.ToDateTimeOffset(), new EntityTagHeaderValue($"\"{file.Hash[..32]}\""), enableRangeProcessing: true);
    }
}
