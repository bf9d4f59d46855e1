using Lyceum.Domain.Today;
using NodaTime;

namespace Lyceum.Domain.Tests.Today;

public sealed class WeekPlanTests
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    [Fact]
    public void Work_is_spread_over_the_days_before_it_is_due()
    {
        var works = Enumerable.Range(0, 4).Select(_ => Work(60, due: 3)).ToList();
        var plan = WeekPlan.Spread(Monday, works, []);
        Assert.Equal(4, plan.Values.Select(slot => slot.Start.Date).Distinct().Count());
        Assert.All(plan.Values, slot => Assert.True(slot.End <= Monday.PlusDays(3).At(new LocalTime(23, 59))));
    }

    [Fact]
    public void Nothing_is_planned_over_a_class_or_over_other_work()
    {
        var lesson = new Stretch(Monday.At(new LocalTime(17, 0)), Monday.At(new LocalTime(19, 0)));
        var plan = WeekPlan.Spread(Monday, [Work(45, due: 0), Work(45, due: 0), Work(45, due: 0)], [lesson]);
        var all = plan.Values.Append(lesson).ToList();
        Assert.DoesNotContain(all, slot => all.Exists(other => other != slot && slot.Overlaps(other)));
    }

    [Fact]
    public void Work_that_opens_on_Friday_waits_for_Friday()
    {
        var work = new OwnWork(Guid.NewGuid(), 30, Monday.PlusDays(4), Monday.PlusDays(6).At(new LocalTime(23, 59)));
        Assert.True(WeekPlan.Spread(Monday, [work], [])[work.Id].Start.Date >= Monday.PlusDays(4));
    }

    [Fact]
    public void Work_due_before_the_first_hour_of_study_stands_right_before_it_is_due()
    {
        var work = new OwnWork(Guid.NewGuid(), 30, Monday, Monday.At(new LocalTime(8, 0)));
        Assert.Equal(Monday.At(new LocalTime(7, 30)), WeekPlan.Spread(Monday, [work], [])[work.Id].Start);
    }

    [Fact]
    public void The_same_week_gives_the_same_plan_in_whatever_order_it_comes()
    {
        var works = Enumerable.Range(1, 6).Select(number => Work(20 * number, due: number)).ToList();
        var plan = WeekPlan.Spread(Monday, works, []);
        Assert.Equal(plan.OrderBy(slot => slot.Key), WeekPlan.Spread(Monday, Enumerable.Reverse(works), []).OrderBy(slot => slot.Key));
    }

    private static OwnWork Work(int minutes, int due) => new(Guid.NewGuid(), minutes, Monday, Monday.PlusDays(due).At(new LocalTime(23, 59)));
}
