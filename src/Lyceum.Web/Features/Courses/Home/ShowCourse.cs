using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>
/// Answers a student who opens the page of their course, the most asked page, without drawing it anew (docs/decisions/0041): what is the
/// same for many is kept, what is the reader's own is read and written for each request. Whoever is not such a student, and whatever is
/// not a plain request for that page, goes on to the page itself, which says the same.
/// </summary>
public sealed class ShowCourse(KnownBrowsers browsers, CourseGlances glances, CourseSkeletons skeletons, DrawCourse draw, IClock clock)
{
    private const string Folder = "/courses/";

    public async Task Run(HttpContext context, RequestDelegate next)
    {
        if (SlugOf(context.Request) is { } slug && browsers.Find(context) is { } browser
            && await glances.Of(browser.SessionId, slug, context.RequestAborted) is { } glance && !IsToBeMarked(glance))
            await Answer(context, next, glance, browser);
        else
            await next(context);
    }

    private static string? SlugOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue && request.Path.Value is { } path
        && path.StartsWith(Folder, StringComparison.Ordinal) && path.LastIndexOf('/') == Folder.Length - 1 && path.Length > Folder.Length
            ? path[Folder.Length..]
            : null;

    /// <summary>Now and then a session is marked as seen, which the ordinary way in does.</summary>
    private bool IsToBeMarked(CourseGlance glance) => clock.GetCurrentInstant() - glance.SeenAt > OpenSessions.SeenEvery;

    private async Task Answer(HttpContext context, RequestDelegate next, CourseGlance glance, KnownBrowser browser)
    {
        var skeleton = skeletons.Find(glance, clock.GetCurrentInstant()) ?? await Draw(context, next, glance);
        if (skeleton is null) return;
        context.Features.Set(VisitOf(glance, browser));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(glance.Language);
        using var page = draw.Fill(skeleton, glance, browser.Token);
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Written.Length;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.Pragma = "no-cache";
        await response.Body.WriteAsync(page.Written, context.RequestAborted);
    }

    private static Visit VisitOf(CourseGlance glance, KnownBrowser browser) => new(
        new Viewer(glance.PersonId, false), browser.SessionId, glance.Name,
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(glance.TimeZone) ?? DateTimeZone.Utc, glance.Language);

    /// <summary>Has the page itself drawn with holes. Null = it had another answer, which is sent already.</summary>
    private async Task<CourseSkeleton?> Draw(HttpContext context, RequestDelegate next, CourseGlance glance)
    {
        var (now, draft, body) = (clock.GetCurrentInstant(), new PageDraft(), context.Response.Body);
        using var drawn = new MemoryStream();
        context.Features.Set(draft);
        context.Response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Features.Set<PageDraft>(null);
        }
        if (draft.Shows is { } outline && context.Response.StatusCode == StatusCodes.Status200OK)
            return skeletons.Keep(glance, outline, Encoding.UTF8.GetString(drawn.GetBuffer(), 0, (int)drawn.Length), now);
        if (drawn.Length > 0) await body.WriteAsync(drawn.GetBuffer().AsMemory(0, (int)drawn.Length), context.RequestAborted);
        return null;
    }
}

/// <summary>Puts into a course page what is its reader's own.</summary>
public sealed class DrawCourse(Words words, Times times, Icons icons, HtmlEncoder encoder)
{
    public PageWriter Fill(CourseSkeleton skeleton, CourseGlance glance, string token)
    {
        var (course, outline) = (skeleton.Outline.Course, skeleton.Outline);
        var reader = new ReaderParts(glance.Name, glance.Unread, token, words);
        var parts = new CourseParts(outline, glance.Own, new CourseRows(course, glance.Own, words, times), words, times);
        var page = new PageWriter();
        skeleton.Page.WriteTo(page, (hole, to) => { if (!reader.Write(hole, to, encoder)) parts.Write(hole, icons, to, encoder); });
        return page;
    }
}
