using Lyceum.Media.Congestion;

namespace Lyceum.Media.Tests.Congestion;

public class BandwidthEstimateTests
{
    private long now = 1_000_000;

    [Fact]
    public void Heavy_loss_brings_the_budget_below_what_was_sent()
    {
        var estimate = new BandwidthEstimate();
        Run(estimate, sent: 1_500_000, loss: 0.4, seconds: 1);
        Assert.InRange(estimate.Budget, 500_000, 1_000_000);
        Assert.Equal("loss", estimate.Reason);
    }

    [Fact]
    public void Five_percent_of_loss_is_repaired_and_costs_no_budget()
    {
        var estimate = new BandwidthEstimate();
        Run(estimate, sent: 1_500_000, loss: 0.05, seconds: 30);
        Assert.True(estimate.Budget >= BandwidthEstimate.Start);
    }

    [Fact]
    public void After_quiet_the_budget_grows_again()
    {
        var estimate = new BandwidthEstimate();
        Run(estimate, sent: 1_500_000, loss: 0.5, seconds: 1);
        var low = estimate.Budget;
        Run(estimate, sent: 200_000, loss: 0, seconds: 20);
        Assert.True(estimate.Budget > low * 2);
    }

    [Fact]
    public void A_try_that_fails_makes_the_next_wait_longer()
    {
        var estimate = new BandwidthEstimate();
        Run(estimate, sent: 600_000, loss: 0.3, seconds: 1);
        var first = SecondsUntilGrowth(estimate);
        estimate.Raised(now);
        Run(estimate, sent: 600_000, loss: 0.3, seconds: 1);
        Assert.True(SecondsUntilGrowth(estimate) > first * 1.5);
    }

    [Fact]
    public void Chance_at_five_percent_of_loss_costs_no_budget()
    {
        var estimate = new BandwidthEstimate();
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            now += 200_000;
            estimate.Reported(Enumerable.Range(0, 10).Count(_ => random.NextDouble() < 0.05), 10, now);
            estimate.Tick(150_000, now);
        }
        Assert.True(estimate.Budget >= BandwidthEstimate.Start);
    }

    [Fact]
    public void Where_it_is_known_what_came_through_the_budget_is_just_that()
    {
        var estimate = new BandwidthEstimate();
        estimate.Measured(400_000, 0);
        Run(estimate, sent: 1_500_000, loss: 0.6, seconds: 1);
        Assert.InRange(estimate.Budget, 350_000, 400_000);
    }

    [Fact]
    public void A_queue_that_stands_brings_the_budget_down_without_any_loss()
    {
        var estimate = new BandwidthEstimate();
        estimate.Measured(600_000, 150_000);
        Run(estimate, sent: 600_000, loss: 0, seconds: 1);
        Assert.InRange(estimate.Budget, 400_000, 600_000);
        Assert.Equal("delay", estimate.Reason);
    }

    [Fact]
    public void A_probe_that_comes_through_raises_the_budget_and_one_that_does_not_makes_the_next_wait_longer()
    {
        var estimate = new BandwidthEstimate();
        estimate.Measured(400_000, 0);
        Run(estimate, sent: 1_500_000, loss: 0.6, seconds: 1);
        Run(estimate, sent: 300_000, loss: 0, seconds: 6);
        Assert.True(estimate.MayProbe(now));
        estimate.Probed(900_000, 410_000, now);
        Assert.InRange(estimate.Budget, 350_000, 620_000);
        Run(estimate, sent: 300_000, loss: 0, seconds: 3);
        Assert.False(estimate.MayProbe(now));
        Run(estimate, sent: 300_000, loss: 0, seconds: 3);
        Assert.True(estimate.MayProbe(now));
        estimate.Probed(900_000, 880_000, now);
        Assert.Equal(880_000, estimate.Budget);
    }

    private int SecondsUntilGrowth(BandwidthEstimate estimate)
    {
        var budget = estimate.Budget;
        var seconds = 0;
        while (estimate.Budget <= budget && seconds < 200)
        {
            Run(estimate, sent: 200_000, loss: 0, seconds: 1);
            seconds++;
        }
        return seconds;
    }

    private void Run(BandwidthEstimate estimate, double sent, double loss, int seconds)
    {
        for (var i = 0; i < seconds * 5; i++)
        {
            now += 200_000;
            estimate.Reported((long)(loss * 100), 100, now);
            estimate.Tick(sent, now);
        }
    }
}
