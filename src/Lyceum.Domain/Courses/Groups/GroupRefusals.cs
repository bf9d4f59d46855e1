namespace Lyceum.Domain.Courses;

/// <summary>Why groups say no.</summary>
public static class GroupRefusals
{
    public static Refusal BadSetName { get; } = Refusal.Invalid("Groups have a name together, of 1 to 60 characters.", "Name");
    public static Refusal BadName { get; } = Refusal.Invalid("A group's name has 1 to 40 characters.", "Name");
    public static Refusal BadCount { get; } = Refusal.Invalid("Make 1 to 200 groups.", "Number");
    public static Refusal BadSize { get; } = Refusal.Invalid("A group has room for 1 to 500 people.", "Most");
    public static Refusal TooManySets { get; } = Refusal.Conflict("A course has at most 30 sets of groups. Remove one first.");
    public static Refusal TooMany { get; } = Refusal.Conflict("There are 200 groups already.");
    public static Refusal SameName { get; } = Refusal.Conflict("There is a group of this name already.");
    public static Refusal SameSetName { get; } = Refusal.Conflict("The course has groups of this name already.");
    public static Refusal NoGroups { get; } = Refusal.Conflict("Add a group first.");
    public static Refusal NotChosen { get; } = Refusal.TooLate("These groups are not chosen by students, or no longer. Ask your instructor.");
    public static Refusal IsFull { get; } = Refusal.Conflict("This group is full. Choose another one.");
}
