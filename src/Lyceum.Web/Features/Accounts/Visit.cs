using Lyceum.Domain.Accounts;
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
    private static readonly Visit Unknown = new(Viewer.Visitor, null, "", DateTimeZone.Utc, "en");

    public static Visit Visit(this HttpContext context) => context.Features.Get<Visit>() ?? Unknown;
}
