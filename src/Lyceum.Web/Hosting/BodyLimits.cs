using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lyceum.Web.Hosting;

/// <summary>An address takes less than the installation does. Unlike the framework's own limit it is no filter, which would come after the form was read.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyLimitAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}

/// <summary>
/// Answers a body that is larger than its address takes with a sentence: a page to who waits for one, a problem (RFC 9457) to a script.
/// The limit is the installation's, or the endpoint's where that names a smaller one.
/// </summary>
public static class BodyLimits
{
    /// <summary>A browser reads an answer only after it has sent its whole body, so that is taken and thrown away; beyond this the line is cut.</summary>
    private const long MostThrownAway = 4_000_000_000;

    private static readonly object Refused = new();

    public static void UseBodyLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Items.ContainsKey(Refused) && await Surplus(context) is { } most) await Refuse(context, most);
        else await next(context);
    });

    /// <summary>The limit that this body does not keep; null when it does. The form of a page is read here, where its fault can still be told.</summary>
    private static async Task<long?> Surplus(HttpContext context)
    {
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (context.Request.ContentLength > most) return most;
        if (!context.Request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null) return null;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (Exception tooLong) when (tooLong is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return most ?? 0;
        }
    }

    private static async Task Refuse(HttpContext context, long most)
    {
        context.Items[Refused] = true;
        await ThrowAway(context);
        context.Request.Form = FormCollection.Empty;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        // With no body of its own, the answer becomes the page of its status.
        if (WantsPage(context.Request)) return;
        var words = context.RequestServices.GetRequiredService<Words>();
        await Results.Problem(words["At most {0} can be sent at once. Nothing of this was saved; what was saved before is safe.", FileSizes.Of(most)], statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
    }

    private static async Task ThrowAway(HttpContext context)
    {
        // Who asks first has not sent it yet.
        if (context.Request.Headers.Expect.Count > 0) return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostThrownAway;
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (IOException)
        {
            // Gone, or larger still: there is nobody left to answer, or the line is cut after the answer.
        }
    }

    private static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accept || accept.Any(one => one.MediaType == "text/html");
}
