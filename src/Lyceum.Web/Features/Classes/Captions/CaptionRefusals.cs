using Lyceum.Domain;

namespace Lyceum.Web.Features.Classes.Captions;

/// <summary>Why captions from outside are not taken.</summary>
public static class CaptionRefusals
{
    public static Refusal Withdrawn { get; } = Refusal.Forbidden("This token was withdrawn. Ask whoever leads the class for a new one.");
    public static Refusal TooMany { get; } = Refusal.Conflict("Captions come faster than anybody can read. Send them as they are spoken.");
}
