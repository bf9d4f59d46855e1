using NodaTime;

namespace Lyceum.Domain.Courses;

/// <summary>What a person is granted in a course, said once: a factor on every time limit (1.25 is time and a quarter), and later due dates.</summary>
public sealed class Accommodation
{
    private Accommodation() { }

    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>From 1 to 4.</summary>
    public decimal TimeFactor { get; private set; } = 1;

    /// <summary>Added to everything that is due or closes; from nothing to 60 days.</summary>
    public Duration DueLater { get; private set; }

    public bool IsNothing => TimeFactor == 1 && DueLater == Duration.Zero;

    public static Accommodation For(Guid courseId, Guid personId) => new() { CourseId = courseId, PersonId = personId };

    /// <summary>Counts for attempts that begin from now on; a running one keeps its deadline.</summary>
    public Outcome<Done> GrantTime(decimal timeFactor)
    {
        if (timeFactor is < 1 or > 4) return Refusal.Invalid("A time factor goes from 1 to 4.", nameof(TimeFactor));
        TimeFactor = timeFactor;
        return new Done();
    }

    /// <summary>Counts at once, for what is due already too.</summary>
    public Outcome<Done> MoveDeadlines(Duration later)
    {
        if (later < Duration.Zero || later > Duration.FromDays(60)) return Refusal.Invalid("Due dates come from 0 hours to 60 days later.", nameof(DueLater));
        DueLater = later;
        return new Done();
    }
}
