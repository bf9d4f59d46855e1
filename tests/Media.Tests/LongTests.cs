namespace Lyceum.Media.Tests;

/// <summary>What takes minutes runs only when asked for with LYCEUM_LONG_TESTS=1; the short run of the same test is in the default suite.</summary>
internal static class LongTests
{
    public const string Reason = "Takes minutes; set LYCEUM_LONG_TESTS=1 to run it.";

    public static bool AreOn { get; } = Environment.GetEnvironmentVariable("LYCEUM_LONG_TESTS") == "1";
}
