using NodaTime;

namespace Lyceum.Domain.Accounts;

/// <summary>Somebody the school knows. How they sign in (password, passkeys, sessions) is kept apart, under the same id.</summary>
public sealed class Person
{
    private Person() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    /// <summary>IANA zone id in which this person reads times.</summary>
    public string TimeZone { get; private set; } = "";
    /// <summary>BCP 47 tag of one of the languages the school speaks: en, es, ar.</summary>
    public string Language { get; private set; } = "en";
    public bool IsStaff { get; private set; }
    public Instant CreatedAt { get; private set; }

    public static Outcome<Person> New(string name, string email, string timeZone, string language, bool isStaff, Instant now)
    {
        var person = new Person { Id = Guid.CreateVersion7(), IsStaff = isStaff, CreatedAt = now };
        if (!LooksLikeEmail(email)) return Refusal.Invalid("That is not an e-mail address.", nameof(Email));
        person.Email = email.Trim().ToLowerInvariant();
        var described = person.Describe(name, timeZone, language);
        return described.IsRefused ? described.Refusal : person;
    }

    public Outcome<Done> Describe(string name, string timeZone, string language)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120) return Refusal.Invalid("A name has 1 to 120 characters.", nameof(Name));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null) return Refusal.Invalid("This time zone is not known.", nameof(TimeZone));
        if (!Languages.Spoken.Contains(language)) return Refusal.Invalid("This language is not spoken here.", nameof(Language));
        (Name, TimeZone, Language) = (name.Trim(), timeZone, language);
        return new Done();
    }

    public void BecomeStaff() => IsStaff = true;
    public void LeaveStaff() => IsStaff = false;

    private static bool LooksLikeEmail(string email) =>
        System.Net.Mail.MailAddress.TryCreate(email?.Trim(), out var parsed) && parsed.Address == email.Trim() && email.Length <= 254;
}
