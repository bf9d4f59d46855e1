namespace Lyceum.Domain.Courses;

/// <summary>
/// An order is the list of its items; a move names the item and the place that it ends at (0 is first),
/// so that the same move sent twice changes nothing more.
/// </summary>
public static class Reorder
{
    /// <summary>The order after <paramref name="item"/> stands at <paramref name="place"/>. A place past the end means the end; an item from elsewhere joins.</summary>
    public static IReadOnlyList<T> Move<T>(IEnumerable<T> order, T item, int place) where T : IEquatable<T>
    {
        var rest = order.Where(other => !other.Equals(item)).ToList();
        rest.Insert(Math.Clamp(place, 0, rest.Count), item);
        return rest;
    }

    /// <summary>One place earlier (-1) or later (+1), as the buttons of the form without script ask for it.</summary>
    public static IReadOnlyList<T> Step<T>(IReadOnlyList<T> order, T item, int by) where T : IEquatable<T>
    {
        for (var at = 0; at < order.Count; at++)
        {
            if (order[at].Equals(item))
            {
                return Move(order, item, at + by);
            }
        }
        return order;
    }
}
