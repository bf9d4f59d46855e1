namespace Lyceum.Domain.School;

/// <summary>The installation itself: one row.</summary>
public sealed class SchoolProfile
{
    private SchoolProfile() { }

    public int Id { get; private set; } = 1;
    public string Name { get; private set; } = "Lyceum";
    public string TimeZone { get; private set; } = "Etc/UTC";
    public string Language { get; private set; } = "en";

    public static SchoolProfile New(string name, string timeZone, string language) => new() { Name = name, TimeZone = timeZone, Language = language };

    public void Describe(string name, string timeZone, string language) => (Name, TimeZone, Language) = (name, timeZone, language);
}
