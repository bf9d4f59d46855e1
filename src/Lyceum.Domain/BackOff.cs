using NodaTime;

namespace Lyceum.Domain;

public static class BackOff
{
    /// <summary>1, 2, 4 … minutes, at most 6 hours.</summary>
    public static Duration After(int failures) =>
        Duration.FromMinutes(Math.Min(360, Math.Pow(2, Math.Max(0, failures - 1))));
}
