using NodaTime;

namespace Lyceum.Domain.Accounts;

/// <summary>One signed-in browser. Ending it takes effect on its next request, whatever its cookie says.</summary>
public sealed class Session
{
    private Session() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Device { get; private set; } = "";
    public Instant StartedAt { get; private set; }
    public Instant SeenAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    public static Session Start(Guid personId, string device, Instant now) =>
        new() { Id = Guid.CreateVersion7(), PersonId = personId, Device = device.Length > 200 ? device[..200] : device, StartedAt = now, SeenAt = now };

    public bool IsOpen => EndedAt is null;
    public void SeeAt(Instant now) => SeenAt = now;
    public void End(Instant now) => EndedAt ??= now;
}
