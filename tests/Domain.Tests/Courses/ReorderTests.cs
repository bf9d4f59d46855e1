using FsCheck;
using FsCheck.Fluent;
using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses;

public class ReorderTests
{
    [Theory]
    [InlineData(0, 2, new[] { 1, 2, 0, 3 })]
    [InlineData(3, 0, new[] { 3, 0, 1, 2 })]
    [InlineData(1, 1, new[] { 0, 1, 2, 3 })]
    [InlineData(1, 99, new[] { 0, 2, 3, 1 })]
    [InlineData(1, -5, new[] { 1, 0, 2, 3 })]
    public void An_item_ends_at_the_place_named(int item, int place, int[] order) =>
        Assert.Equal(order, Reorder.Move([0, 1, 2, 3], item, place));

    [Fact]
    public void An_item_from_another_module_joins_at_its_place() => Assert.Equal([0, 9, 1], Reorder.Move([0, 1], 9, 1));

    [Fact]
    public void The_same_move_twice_changes_nothing_more() =>
        Prop.ForAll<byte, byte, byte>((size, item, place) =>
        {
            var order = Enumerable.Range(0, size + 1).ToList();
            var once = Reorder.Move(order, item % (size + 1), place);
            return once.SequenceEqual(Reorder.Move(once, item % (size + 1), place));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_move_keeps_everybody_and_the_order_of_the_others() =>
        Prop.ForAll<byte, byte, byte>((size, item, place) =>
        {
            var order = Enumerable.Range(0, size + 1).ToList();
            var moved = item % (size + 1);
            var after = Reorder.Move(order, moved, place);
            return after.Count == order.Count && after.Where(one => one != moved).SequenceEqual(order.Where(one => one != moved));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_before_the_first_or_past_the_last_stays()
    {
        Assert.Equal([0, 1, 2], Reorder.Step([0, 1, 2], 0, -1));
        Assert.Equal([0, 1, 2], Reorder.Step([0, 1, 2], 2, 1));
        Assert.Equal([1, 0, 2], Reorder.Step([0, 1, 2], 1, -1));
        Assert.Equal([0, 1, 2], Reorder.Step([0, 1, 2], 7, 1));
    }
}
