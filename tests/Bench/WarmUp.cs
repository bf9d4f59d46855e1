namespace Lyceum.Bench;

/// <summary>A class lasts an hour and an exam comes after a day: what is compared with programs that come compiled is measured once the runtime has compiled what is hot for good.</summary>
internal static class WarmUp
{
    private const int MostRounds = 20;

    /// <summary>Runs rounds until one costs no less than the two before it. A round returns what its work cost, in a unit of its own.</summary>
    public static async Task Until(string what, Func<Task<double>> round)
    {
        var costs = new List<double>();
        do costs.Add(await round());
        while (costs.Count < MostRounds && (costs.Count < 3 || costs[^1] < 0.95 * costs[^2] || costs[^1] < 0.95 * costs[^3]));
        await Console.Error.WriteLineAsync($"{what}: warm after {costs.Count} rounds, which cost {string.Join(", ", costs.Select(cost => $"{cost:0.0}"))} us each");
    }
}
