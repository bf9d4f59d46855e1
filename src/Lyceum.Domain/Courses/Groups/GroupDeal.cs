namespace Lyceum.Domain.Courses;

/// <summary>Somebody to be put into a group, with the section that they are in, if any.</summary>
public sealed record DealtStudent(Guid PersonId, Guid? SectionId);

/// <summary>Puts people into groups by chance, evenly.</summary>
public static class GroupDeal
{
    /// <summary>So many groups that nobody is left over and none has more than <paramref name="most"/>; at least one.</summary>
    public static int CountFor(int students, int most) => Math.Max(1, (students + most - 1) / most);

    /// <summary>
    /// Each goes where the fewest are, in the order of chance: no group has more than one more than another, if they began alike.
    /// With <paramref name="spreadsSections"/> the same holds within every section. What comes back is the group's place in the list.
    /// </summary>
    public static IReadOnlyList<(Guid PersonId, int Group)> Deal(
        IReadOnlyList<DealtStudent> students, IReadOnlyList<IReadOnlyList<DealtStudent>> groups, bool spreadsSections, Random chance)
    {
        var shuffled = students.ToArray();
        chance.Shuffle(shuffled);
        var there = groups.Select(group => group.ToList()).ToList();
        var dealt = new List<(Guid, int)>(shuffled.Length);
        foreach (var student in spreadsSections ? shuffled.OrderBy(one => one.SectionId) : shuffled.AsEnumerable())
        {
            var group = there.MinBy(group => (spreadsSections ? group.Count(one => one.SectionId == student.SectionId) : 0, group.Count))!;
            group.Add(student);
            dealt.Add((student.PersonId, there.IndexOf(group)));
        }
        return dealt;
    }
}
