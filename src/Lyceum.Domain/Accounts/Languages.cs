namespace Lyceum.Domain.Accounts;

public static class Languages
{
    public static IReadOnlyList<string> Spoken { get; } = ["en", "es", "ar"];
    public static bool IsRightToLeft(string language) => language == "ar";
}
