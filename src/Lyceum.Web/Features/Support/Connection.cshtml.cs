using System.Text.Json;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Support;

/// <summary>Whether one will be seen and heard in a class, tried at any time.</summary>
public sealed class ConnectionPage(ConnectionLoops loops) : SchoolPage
{
    /// <summary>What the page tells its script.</summary>
    public string Setup { get; private set; } = "";

    public void OnGet() => Setup = JsonSerializer.Serialize(new
    {
        id = Guid.CreateVersion7(),
        relays = loops.Relays(Viewer.PersonId!.Value).Select(relay => new { urls = relay.Urls, username = relay.Username, credential = relay.Credential }),
    });
}
