using Lyceum.Media.Forwarding;

namespace Lyceum.Media.Tests.Forwarding;

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
            estimate.Reported(loss, now);
            estimate.Tick(sent, now);
        }
    }
}
