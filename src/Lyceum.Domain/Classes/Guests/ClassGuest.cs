using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// Somebody from outside who may come to one class by a link of their own. They are no person of the school: no account, no enrollment, no place
/// in any list but that of the class. In the class each browser that used the link is somebody of its own, under its own id.
/// </summary>
public sealed class ClassGuest
{
    public const int MostInAClass = 50;
    public const int LongestName = 120;

    private ClassGuest() { }

    public Guid Id { get; private set; }
    public Guid ClassId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Where the link was sent; null when whoever invites hands it over themselves.</summary>
    public string? Email { get; private set; }
    /// <summary>SHA-256 of the link's token, in hexadecimal; the token itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = "";
    public Guid InvitedBy { get; private set; }
    public Instant InvitedAt { get; private set; }
    public Instant? WithdrawnAt { get; private set; }
    /// <summary>May come back for the replay, which is not so unless whoever invites says it.</summary>
    public bool SeesReplay { get; private set; }

    public static Outcome<ClassGuest> Invite(Guid classId, string? name, string? email, bool seesReplay, GuestToken token, Guid by, Instant now)
    {
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > LongestName) return Refusal.Invalid("A name has 1 to 120 characters.", nameof(Name));
        var address = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        if (address is not null && !LooksLikeEmail(address)) return Refusal.Invalid("That is not an e-mail address.", nameof(Email));
        return new ClassGuest { Id = Guid.CreateVersion7(), ClassId = classId, Name = called, Email = address, TokenHash = token.Hash, InvitedBy = by, InvitedAt = now, SeesReplay = seesReplay };
    }

    /// <summary>A new link; the old one opens nothing any more.</summary>
    public void Renew(GuestToken token, Instant now) => (TokenHash, InvitedAt, WithdrawnAt) = (token.Hash, now, null);

    public void Withdraw(Instant now) => WithdrawnAt ??= now;

    /// <summary>Why the link does not open the class now; null = come in.</summary>
    public Refusal? KeepsOut(ClassSession session, Instant now)
    {
        if (WithdrawnAt is not null) return GuestRefusals.Withdrawn;
        if (session.HasEnded) return SeesReplay && session.StartedAt is not null ? null : GuestRefusals.IsOver;
        if (session.IsPastAt(now)) return GuestRefusals.IsOver;
        return session.AreDoorsOpenAt(now) ? null : ClassRefusals.DoorsClosed;
    }

    private static bool LooksLikeEmail(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && address.Length <= 254;
}

public static class GuestRefusals
{
    public static Refusal Withdrawn { get; } = Refusal.Forbidden("This invitation was withdrawn. Ask whoever invited you.");
    public static Refusal IsOver { get; } = Refusal.Forbidden("This class is over. Thank you for your visit.");
    public static Refusal TooManyDevices { get; } = Refusal.Conflict("This link was opened on too many devices. Ask for a new one.");
    public static Refusal TooMany { get; } = Refusal.Conflict("A class has at most 50 guests.");
    public static Refusal GuestsAreGuests { get; } = Refusal.Conflict("A guest cannot lead the class.");
}
