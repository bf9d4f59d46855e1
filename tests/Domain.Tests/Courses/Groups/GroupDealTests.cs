using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses.Groups;

public class GroupDealTests
{
    private static readonly Guid Monday = Guid.NewGuid(), Wednesday = Guid.NewGuid();

    [Theory]
    [InlineData(23, 4, 6)]
    [InlineData(24, 4, 6)]
    [InlineData(25, 4, 7)]
    [InlineData(0, 4, 1)]
    public void There_are_as_many_groups_as_it_takes(int students, int most, int groups) => Assert.Equal(groups, GroupDeal.CountFor(students, most));

    [Theory]
    [InlineData(23, 5)]
    [InlineData(7, 3)]
    [InlineData(2, 6)]
    public void Everybody_is_in_one_group_and_no_group_has_more_than_one_more_than_another(int students, int groups)
    {
        var dealt = Deal(Students(students), Empty(groups));
        Assert.Equal(students, dealt.Select(one => one.PersonId).Distinct().Count());
        var sizes = Enumerable.Range(0, groups).Select(at => dealt.Count(one => one.Group == at)).ToList();
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Fact]
    public void Sections_that_are_spread_are_even_in_every_group_and_so_are_the_groups()
    {
        DealtStudent[] students = [.. Students(7, Monday), .. Students(8, Wednesday), .. Students(4)];
        var dealt = Deal(students, Empty(4), spreads: true);
        foreach (var section in students.GroupBy(one => one.SectionId))
        {
            var sizes = Enumerable.Range(0, 4).Select(at => dealt.Count(one => one.Group == at && section.Any(s => s.PersonId == one.PersonId))).ToList();
            Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
        }
        Assert.Equal([4, 5, 5, 5], dealt.GroupBy(one => one.Group).Select(group => group.Count()).Order());
    }

    [Fact]
    public void Those_who_come_later_go_where_the_fewest_are()
    {
        var dealt = Deal(Students(3), [Students(4), Students(1), Students(3)]);
        Assert.Equal([1, 1, 1], dealt.Select(one => one.Group).Order());
    }

    [Fact]
    public void Chance_deals_otherwise_another_time()
    {
        var students = Students(30);
        Assert.NotEqual(Deal(students, Empty(5), chance: 1), Deal(students, Empty(5), chance: 2));
    }

    private static IReadOnlyList<(Guid PersonId, int Group)> Deal(IReadOnlyList<DealtStudent> students, IReadOnlyList<IReadOnlyList<DealtStudent>> groups, bool spreads = false, int chance = 7) =>
        GroupDeal.Deal(students, groups, spreads, new Random(chance));

    private static DealtStudent[] Students(int count, Guid? section = null) => [.. Enumerable.Range(0, count).Select(_ => new DealtStudent(Guid.NewGuid(), section))];

    private static DealtStudent[][] Empty(int count) => [.. Enumerable.Range(0, count).Select(_ => Array.Empty<DealtStudent>())];
}
