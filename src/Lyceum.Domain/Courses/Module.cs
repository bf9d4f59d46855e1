using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>A week or unit of a course.</summary>
public sealed class Module
{
    private Module() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
    public LocalDate? StartsOn { get; private set; }
    public LocalDate? EndsOn { get; private set; }
    /// <summary>Taken out with everything in it; can be put back.</summary>
    public Instant? RemovedAt { get; private set; }

    public static Outcome<Module> New(Guid courseId, int position, string title, LocalDate? startsOn = null, LocalDate? endsOn = null)
    {
        var module = new Module { Id = Guid.CreateVersion7(), CourseId = courseId, Position = position };
        var described = module.Describe(title, startsOn, endsOn);
        return described.IsRefused ? described.Refusal : module;
    }

    public Outcome<Done> Describe(string title, LocalDate? startsOn, LocalDate? endsOn)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > 120) return Refusal.Invalid("A title has 1 to 120 characters.", nameof(Title));
        if (startsOn > endsOn) return Refusal.Invalid("A module ends after it starts.", nameof(EndsOn));
        (Title, StartsOn, EndsOn) = (title.Trim(), startsOn, endsOn);
        return new Done();
    }

    public void MoveTo(int position) => Position = position;

    public void Remove(Instant now) => RemovedAt ??= now;
    public void PutBack() => RemovedAt = null;
}
