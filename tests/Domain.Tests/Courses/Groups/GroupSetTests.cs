using Lyceum.Domain.Courses;
using NodaTime;

namespace Lyceum.Domain.Tests.Courses.Groups;

public class GroupSetTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Fact]
    public void Students_choose_only_where_they_may_and_until_the_date()
    {
        var set = GroupSet.New(Guid.NewGuid(), " Project teams ", Now).Value;
        Assert.Equal("Project teams", set.Name);
        Assert.Equal(GroupRefusals.NotChosen, set.Admit(0, Now).Refusal);
        Assert.False(set.LetThemChoose(Now + Duration.FromHours(1), 3).IsRefused);
        Assert.False(set.Admit(2, Now).IsRefused);
        Assert.Equal(GroupRefusals.NotChosen, set.Admit(0, Now + Duration.FromHours(1)).Refusal);
        set.ChooseForThem();
        Assert.Equal(GroupRefusals.NotChosen, set.Admit(0, Now).Refusal);
    }

    [Fact]
    public void A_group_that_is_full_takes_nobody_more_and_one_without_a_limit_is_never_full()
    {
        var set = GroupSet.New(Guid.NewGuid(), "Tables", Now).Value;
        set.LetThemChoose(null, 3);
        Assert.Equal(GroupRefusals.IsFull, set.Admit(3, Now).Refusal);
        set.LetThemChoose(null, null);
        Assert.False(set.Admit(400, Now + Duration.FromDays(900)).IsRefused);
    }

    [Fact]
    public void Names_are_short_and_there()
    {
        Assert.Equal(GroupRefusals.BadSetName, GroupSet.New(Guid.NewGuid(), "  ", Now).Refusal);
        Assert.Equal(GroupRefusals.BadSize, GroupSet.New(Guid.NewGuid(), "Pairs", Now).Value.LetThemChoose(null, 0).Refusal);
        Assert.Equal(GroupRefusals.BadName, CourseGroup.New(Guid.NewGuid(), 1, new string('x', 41)).Refusal);
    }
}
