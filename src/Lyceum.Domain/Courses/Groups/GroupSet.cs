using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>One way in which the students of a course are divided, as "Project teams"; a student is in at most one group of a set.</summary>
public sealed class GroupSet
{
    public const int MostInACourse = 30;
    public const int MostGroups = 200;
    private const int LongestName = 60, LargestGroup = 500;

    private GroupSet() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Students go into a group, and from one to another, by themselves.</summary>
    public bool TheyChoose { get; private set; }
    /// <summary>From here on they no longer choose; null = as long as <see cref="TheyChoose"/>.</summary>
    public Instant? ChooseUntil { get; private set; }
    /// <summary>How many may choose the same group; null = any number. Whoever teaches may put more into it.</summary>
    public int? MostInEach { get; private set; }
    public Instant CreatedAt { get; private set; }
    public Instant? RemovedAt { get; private set; }

    public static Outcome<GroupSet> New(Guid courseId, string? name, Instant now)
    {
        var set = new GroupSet { Id = Guid.CreateVersion7(), CourseId = courseId, CreatedAt = now };
        var renamed = set.Rename(name);
        return renamed.IsRefused ? renamed.Refusal : set;
    }

    public Outcome<Done> Rename(string? name)
    {
        if (name?.Trim() is not { Length: > 0 and <= LongestName } called) return GroupRefusals.BadSetName;
        Name = called;
        return new Done();
    }

    public Outcome<Done> LetThemChoose(Instant? until, int? mostInEach)
    {
        if (mostInEach is < 1 or > LargestGroup) return GroupRefusals.BadSize;
        (TheyChoose, ChooseUntil, MostInEach) = (true, until, mostInEach);
        return new Done();
    }

    public void ChooseForThem() => (TheyChoose, ChooseUntil, MostInEach) = (false, null, null);

    public bool IsChosenAt(Instant now) => TheyChoose && !(now >= ChooseUntil);

    /// <summary>Whether one more may choose a group in which so many are.</summary>
    public Outcome<Done> Admit(int inGroup, Instant now) =>
        !IsChosenAt(now) ? GroupRefusals.NotChosen
        : inGroup >= MostInEach ? GroupRefusals.IsFull
        : new Done();

    public void Remove(Instant now) => RemovedAt = now;
    public void Return() => RemovedAt = null;
}
