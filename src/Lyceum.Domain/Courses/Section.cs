namespace Lyceum.Domain.Courses;

/// <summary>A part of a course with its own weekly class times and staff.</summary>
public sealed class Section
{
    private Section() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public string Name { get; private set; } = "";

    public static Outcome<Section> New(Guid courseId, string name)
    {
        var section = new Section { Id = Guid.CreateVersion7(), CourseId = courseId };
        var renamed = section.Rename(name);
        return renamed.IsRefused ? renamed.Refusal : section;
    }

    public Outcome<Done> Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 80) return Refusal.Invalid("A section's name has 1 to 80 characters.", nameof(Name));
        Name = name.Trim();
        return new Done();
    }
}
