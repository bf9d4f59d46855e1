using NodaTime;

namespace Lyceum.Domain.Messages;

/// <summary>A letter to one person, written in the transaction of its cause and sent afterwards, with retry.</summary>
public sealed class Mail
{
    private Mail() { }

    public Guid Id { get; private set; }
    public Guid? PersonId { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    /// <summary>Plain text; the first link in it is what the letter is about.</summary>
    public string Body { get; private set; } = "";
    /// <summary>RFC 8058 one-click address, absolute; null for letters one cannot opt out of (invitation, reset).</summary>
    public string? Unsubscribe { get; private set; }
    public Instant CreatedAt { get; private set; }
    public Instant SendAfter { get; private set; }
    public Instant? SentAt { get; private set; }
    public int Attempts { get; private set; }
    public string? LastError { get; private set; }
    public Instant? GivenUpAt { get; private set; }

    public static Mail New(string to, string subject, string body, Instant now, Guid? personId = null, string? unsubscribe = null) =>
        new() { Id = Guid.CreateVersion7(), To = to, Subject = subject, Body = body, PersonId = personId, Unsubscribe = unsubscribe, CreatedAt = now, SendAfter = now };

    public void Sent(Instant now) => (SentAt, LastError, Attempts) = (now, null, Attempts + 1);

    /// <summary>Tried again after 1, 2, 4 … minutes, at most 6 hours apart, and given up after 12 attempts; staff can start it over.</summary>
    public void Failed(string error, Instant now)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        if (Attempts >= 12) GivenUpAt = now;
        else SendAfter = now + BackOff.After(Attempts);
    }

    public void StartOver(Instant now) => (Attempts, SendAfter, GivenUpAt) = (0, now, null);
}
