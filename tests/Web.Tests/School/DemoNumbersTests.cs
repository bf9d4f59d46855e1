using System.Globalization;
using Lyceum.Web.Features.School.Demo;

namespace Lyceum.Web.Tests.School;

/// <summary>The numbers that the statistics readings quote, computed again.</summary>
public sealed class DemoNumbersTests
{
    private const double Sigma = 18.4;
    private static readonly double[] Waits = [3, 7, 4, 12, 6, 5, 9, 4, 31, 6, 8, 5, 11, 7, 4, 14, 6, 9, 5, 8];
    private static readonly double[] WithoutTheTree = [.. Waits.Where(wait => wait != 31)];

    [Fact]
    public void The_waits_of_weeks_two_and_three_have_the_middles_and_spreads_that_are_quoted()
    {
        var centre = Reading("02-centre/1-two-honest-middles");
        Quotes(centre, $"> {string.Join(", ", Waits)}", $"{Waits.Sum()} minutes over {Waits.Length} mornings", "\\frac{164}{20} = " + Shown(Waits.Average(), 1));
        Quotes(centre, $"| mean | {Shown(Waits.Average(), 1)} | {Shown(WithoutTheTree.Average(), 1)} |", $"| median | {Shown(Median(Waits), 1)} | {Shown(Median(WithoutTheTree), 0)} |");
        Quotes(centre, $"the mean would have risen to {Shown((Waits.Sum() + 60) / 20, 1)}", $"with a mean of {Shown(Waits.Take(5).Average(), 1)}");
        var spread = Reading("03-spread/1-how-far-from-the-middle");
        var line = Waits.Order().ToArray();
        Quotes(spread, $"$Q_1 = {Median(line[..10])}$", $"$Q_3 = {Median(line[10..])}$", $"is {Shown(Deviation(Waits), 2)} minutes", $"it is {Shown(Deviation(WithoutTheTree), 2)}");
        Quotes(spread, $"\\sqrt{{14.5}} \\approx {Shown(Deviation([4, 6, 7, 9, 14]), 2)}", $"s \\approx {Shown(Deviation([1, 1, 9, 9]), 2)}$ against ${Shown(Deviation([1, 5, 5, 9]), 2)}$");
    }

    [Fact]
    public void The_same_buses_give_two_averages()
    {
        double[] buses = [10, 20, 60];
        Quotes(Reading("01-data/1-where-numbers-come-from"), $"= {Shown(buses.Average(), 0)} \\text{{ passengers", $"\\frac{{{buses.Sum(b => b * b)}}}{{{buses.Sum()}}} \\approx {Shown(buses.Sum(b => b * b) / buses.Sum(), 1)}");
    }

    [Fact]
    public void Chances_and_late_mornings_are_as_quoted()
    {
        Quotes(Reading("05-chance/1-what-a-probability-promises"), $"= {Shown(1 - Math.Pow(5 / 6.0, 4), 3)}.", $"= {Shown(1 - Math.Pow(35 / 36.0, 24), 3)}.", $"1 - 0.9^5 \\approx {Shown(1 - Math.Pow(0.9, 5), 3)}$");
        Quotes(Reading("06-rules/1-adding-multiplying-turning-round"), $"\\frac{{80}}{{215}} \\approx {Shown(80 / 215.0, 3)}", $"20/785 \\approx {Shown(20 / 785.0, 3)}", $"80/125 = {Shown(80 / 125.0, 2)}");
        var late = Enumerable.Range(0, 6).Select(k => Choose(5, k) * Math.Pow(0.1, k) * Math.Pow(0.9, 5 - k)).ToArray();
        Assert.Equal(1, late.Sum(), 12);
        var variables = Reading("07-variables/1-numbers-that-have-not-happened");
        Quotes(variables, "| " + string.Join(" | ", late.Select((p, k) => k is 1 or 4 ? Up(p, 4) : Shown(p, 4))) + " |", $"0.75^{{10}} \\approx {Shown(Math.Pow(0.75, 10), 3)}", $"\\sigma \\approx {Shown(Math.Sqrt(0.45), 2)}");
        Quotes(variables, $"950 \\times 0.04 + 0 \\times 0.96 = {Shown(950 * 0.04, 0)}");
    }

    [Fact]
    public void Standard_errors_are_as_quoted()
    {
        var sampling = Reading("09-sampling/1-why-averages-settle-down");
        Quotes(sampling, "| " + string.Join(" | ", new[] { 4, 16, 64, 256 }.Select(n => Shown(Sigma / Math.Sqrt(n), n == 256 ? 2 : 1))) + " |");
        Quotes(sampling, $"18.4^2 = {Shown(Sigma * Sigma, 2)}$, so {Math.Ceiling(Sigma * Sigma)}", $"\\approx {Shown(3 / (Sigma / 8), 2)}", $"about {Shown(100 * Above(3 / (Sigma / 8)), 1)}\u00a0% of the time");
        Quotes(sampling, $"standard error of {Shown(Sigma / Math.Sqrt(30), 1)} minutes", $"standard error is {Shown(Sigma / 20, 2)}, and a mean of 35 would be ${Shown(3 / (Sigma / 20), 1)}$");
        Quotes(Reading("11-tests/1-innocent-until"), $"(35 - 30)/2.3 \\approx {Shown(5 / 2.3, 2)}", $"about {Shown(200 * Above(5 / 2.3), 1)}\u00a0% for both");
        Quotes(Reading("10-intervals/1-from-a-point-to-an-interval"), $"35 \\pm {Shown(1.96 * 2.3, 1)}$", $"from {Shown(35 - (1.96 * 2.3), 1)} to {Shown(35 + (1.96 * 2.3), 1)} minutes");
    }

    [Fact]
    public void Variances_add_up_as_quoted()
    {
        var text = Reading("08-variance/1-variances-add");
        Quotes(text, $"\\sqrt{{25}} = {Shown(Math.Sqrt(9 + 16), 0)}", $"\\sqrt{{101}} \\approx {Shown(Math.Sqrt(101), 2)}", $"\\sqrt{{50}} \\approx {Shown(Math.Sqrt(50), 2)}", $"a standard deviation of {Shown(Math.Sqrt(9 + 16 + 12), 2)} instead of 5", $"\\sqrt{{4 + 9 + 36}} = {Math.Sqrt(49)}");
    }

    [Fact]
    public void The_bell_holds_the_shares_that_are_quoted()
    {
        var text = Reading("04-shape/1-reading-a-histogram");
        Quotes(text, [.. new[] { 1, 2, 3 }.Select(k => $"| {Shown(100 - (200 * Above(k)), 1)}\u00a0% |")]);
        Quotes(text, $"{Shown(100 - (100 * Above(1.5)), 1)}\u00a0% of the class lie below Mei", $"and {Shown(100 * Above(1.5), 1)}\u00a0% below Samir", $"about {Shown(100 * Above(2), 1)}\u00a0% are taller", $"\\approx {Shown((31 - Waits.Average()) / 6.09, 1)}$");
    }

    private static string Reading(string name) => DemoContent.Read($"statistics/{name}.reading.md").Body;

    private static void Quotes(string text, params string[] expected) => Assert.All(expected, quoted => Assert.Contains(quoted, text, StringComparison.Ordinal));

    private static string Shown(double number, int decimals) => Math.Round((decimal)number, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture);

    /// <summary>Halves away from zero, as one rounds by hand.</summary>
    private static string Up(double number, int decimals) => Math.Round(Math.Round((decimal)number, 9), decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static double Median(double[] values)
    {
        var line = values.Order().ToArray();
        return (line[(line.Length - 1) / 2] + line[line.Length / 2]) / 2;
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;

    /// <summary>The share of a normal distribution above z, by Simpson's rule on [z, z + 10].</summary>
    private static double Above(double z)
    {
        const int steps = 2000;
        const double h = 10.0 / steps;
        double Density(int i) => Math.Exp(-Math.Pow(z + (i * h), 2) / 2) / Math.Sqrt(2 * Math.PI);
        return h / 3 * Enumerable.Range(0, steps + 1).Sum(i => Density(i) * (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2));
    }
}
