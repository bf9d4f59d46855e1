using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>How near a class has to be for the page of its course to change what it says of it.</summary>
public static class NearClass
{
    public static readonly Duration CountsDown = Duration.FromHours(1);
    /// <summary>The way in stands on the page.</summary>
    public static readonly Duration IsOpen = Duration.FromMinutes(30);
}
