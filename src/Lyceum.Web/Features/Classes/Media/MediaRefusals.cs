using Lyceum.Domain;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>Why sound and picture say no.</summary>
public static class MediaRefusals
{
    public static Refusal NotAvailable { get; } = Refusal.Conflict("Sound and picture do not work at this school just now. Slides, chat and polls do.");
    public static Refusal NotOnThisDevice { get; } = Refusal.Conflict("You are heard and seen on another device.");
    public static Refusal NotUnderstood { get; } = Refusal.Invalid("This browser's sound and picture could not be connected.");
}
