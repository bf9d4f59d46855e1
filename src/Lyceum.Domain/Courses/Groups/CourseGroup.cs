using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>One group of a set. Its name fits a breakout room's.</summary>
public sealed class CourseGroup
{
    public const int LongestName = 40;

    private CourseGroup() { }

    public Guid Id { get; private set; }
    public Guid SetId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Counts from 1, in the order in which the groups are shown.</summary>
    public int Position { get; private set; }
    public Instant? RemovedAt { get; private set; }

    public static Outcome<CourseGroup> New(Guid setId, int position, string? name)
    {
        var group = new CourseGroup { Id = Guid.CreateVersion7(), SetId = setId, Position = position };
        var renamed = group.Rename(name);
        return renamed.IsRefused ? renamed.Refusal : group;
    }

    public Outcome<Done> Rename(string? name)
    {
        if (name?.Trim() is not { Length: > 0 and <= LongestName } called) return GroupRefusals.BadName;
        Name = called;
        return new Done();
    }

    /// <summary>Whoever is in it is in none then, and in it again once it returns, unless they went into another.</summary>
    public void Remove(Instant now) => RemovedAt = now;
    public void Return() => RemovedAt = null;
}

/// <summary>Where one student is in one set; without a row, nowhere.</summary>
public sealed class GroupMember
{
    private GroupMember() { }

    public Guid SetId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid GroupId { get; private set; }

    public static GroupMember Of(CourseGroup group, Guid personId) => new() { SetId = group.SetId, PersonId = personId, GroupId = group.Id };

    public void MoveTo(CourseGroup group) => GroupId = group.Id;
}
