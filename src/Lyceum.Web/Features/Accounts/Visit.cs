using Lyceum.Domain.Accounts;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>Who is here in this request and how they read: known once per session, not once per request.</summary>
public sealed record Visit(Viewer Viewer, Guid? SessionId, string Name, DateTimeZone Zone, string Language)
{
    /// <summary>Of somebody from outside who may come to one class; to everything else they are a visitor.</summary>
    public GuestPass? Guest { get; init; }

    public static Visit Of(Session session, Person person) =>
        new(new Viewer(person.Id, person.IsStaff), session.Id, person.Name, DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.TimeZone) ?? DateTimeZone.Utc, person.Language);
}

public static class VisitOfRequest
{
    private static readonly Dictionary<string, Visit> Visitors = Languages.Spoken.ToDictionary(language => language, language => new Visit(Viewer.Visitor, null, "", DateTimeZone.Utc, language));

    public static Visit Visit(this HttpContext context) => context.Features.Get<Visit>() ?? Visitors[Languages.Spoken[0]];

    /// <summary>Greets whoever is not signed in in the language of their browser.</summary>
    public static void GreetVisitor(this HttpContext context)
    {
        if (context.Features.Get<Visit>() is null) context.Features.Set(Visitors[context.LanguageOfBrowser()]);
    }

    /// <summary>What the browser asks for (RFC 9110 §12.5.4), or English where it asks for none of ours. The answer says that it depends on that.</summary>
    public static string LanguageOfBrowser(this HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var asked = context.Request.GetTypedHeaders().AcceptLanguage.Where(one => one.Quality != 0).OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString().Split('-')[0].ToLowerInvariant());
        return asked.FirstOrDefault(Visitors.ContainsKey) ?? Languages.Spoken[0];
    }
}
