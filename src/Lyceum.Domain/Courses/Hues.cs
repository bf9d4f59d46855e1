namespace Lyceum.Domain.Courses;

/// <summary>The hues a course may own; tokens.css gives each its solid, tint, edge, ink and deep.</summary>
public static class Hues
{
    public static IReadOnlyList<string> All { get; } = ["blue", "amber", "teal", "plum", "green", "red", "violet", "orange", "sky", "olive"];
}
