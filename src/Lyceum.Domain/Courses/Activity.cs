using NodaTime;

namespace Lyceum.Domain.Courses;

public enum ActivityKind { Reading, Lecture, ClassSession, Assignment, Quiz, Discussion }

/// <summary>When something can be done: opens ≤ due ≤ closes, each may be absent. Late is after due and before closes.</summary>
public readonly record struct Window(Instant? Opens, Instant? Due, Instant? Closes)
{
    public bool IsOrdered => !(Opens > Due) && !(Due > Closes) && !(Opens > Closes);
    public bool IsOpenAt(Instant now) => !(now < Opens) && !(now >= Closes);
    public bool IsLateAt(Instant now) => now > Due;
    /// <summary>For somebody who was granted later due dates; it opens for all at once.</summary>
    public Window DueLater(Duration by) => this with { Due = Due + by, Closes = Closes + by };
}

/// <summary>One thing to do in a module. What it holds belongs to its kind and lives under this activity's id.</summary>
public sealed class Activity
{
    private Activity() { }

    public Guid Id { get; private set; }
    public Guid CourseId { get; private set; }
    public Guid ModuleId { get; private set; }
    public int Position { get; private set; }
    public ActivityKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public int EffortMinutes { get; private set; }
    public Instant? Opens { get; private set; }
    public Instant? Due { get; private set; }
    public Instant? Closes { get; private set; }
    public bool IsPublished { get; private set; }
    /// <summary>What the gradebook counts it out of; null = not graded.</summary>
    public decimal? Points { get; private set; }
    /// <summary>Taken out by an instructor; it and all work in it stay, so that it can be put back.</summary>
    public Instant? RemovedAt { get; private set; }

    public Window Window => new(Opens, Due, Closes);

    public static Outcome<Activity> New(Module module, ActivityKind kind, string title, int position, int effortMinutes = 0, decimal? points = null)
    {
        var activity = new Activity { Id = Guid.CreateVersion7(), CourseId = module.CourseId, ModuleId = module.Id, Kind = kind, Position = position };
        var described = activity.Describe(title, effortMinutes, points);
        return described.IsRefused ? described.Refusal : activity;
    }

    public Outcome<Done> Describe(string title, int effortMinutes, decimal? points)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > 160) return Refusal.Invalid("A title has 1 to 160 characters.", nameof(Title));
        if (effortMinutes is < 0 or > 6000) return Refusal.Invalid("Effort is 0 to 6,000 minutes.", nameof(EffortMinutes));
        if (points is < 0 or > 10_000) return Refusal.Invalid("Points are a number from 0 to 10,000.", nameof(Points));
        (Title, EffortMinutes, Points) = (title.Trim(), effortMinutes, points);
        return new Done();
    }

    public Outcome<Done> Schedule(Window window)
    {
        if (!window.IsOrdered) return Refusal.Invalid("It opens before it is due, and is due before it closes.", nameof(Due));
        (Opens, Due, Closes) = (window.Opens, window.Due, window.Closes);
        return new Done();
    }

    public void Publish() => IsPublished = true;
    public void Unpublish() => IsPublished = false;

    public void MoveTo(Guid moduleId, int position) => (ModuleId, Position) = (moduleId, position);

    public void Remove(Instant now) => RemovedAt ??= now;
    public void PutBack() => RemovedAt = null;
}
