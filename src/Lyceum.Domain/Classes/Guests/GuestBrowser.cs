using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>A browser in which a guest's link was used. The first one is the guest; every other has to be let in by whoever leads the class.</summary>
public sealed class GuestBrowser
{
    public const int MostOfAGuest = 10;

    private GuestBrowser() { }

    /// <summary>Under this id it stands in the class's log.</summary>
    public Guid Id { get; private set; }
    public Guid GuestId { get; private set; }
    public string Device { get; private set; } = "";
    /// <summary>IANA zone id, as the browser says.</summary>
    public string TimeZone { get; private set; } = "";
    public Instant CameAt { get; private set; }
    public bool IsFirst { get; private set; }
    /// <summary>When the link by which it came was made anew.</summary>
    public Instant? EndedAt { get; private set; }

    public static GuestBrowser Come(ClassGuest guest, string device, string timeZone, bool isFirst, Instant now) => new()
    {
        Id = Guid.CreateVersion7(), GuestId = guest.Id, Device = device.Length > 200 ? device[..200] : device, TimeZone = timeZone, IsFirst = isFirst, CameAt = now,
    };

    public void End(Instant now) => EndedAt ??= now;
}
