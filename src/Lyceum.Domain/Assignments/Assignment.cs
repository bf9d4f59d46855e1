using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Assignments;

public enum LateRule { NotAccepted, Accepted, LosesADay }

/// <summary>Work that is handed in and graded by a person.</summary>
public sealed class Assignment
{
    private Assignment() { }

    public Guid ActivityId { get; private set; }
    public Guid CourseId { get; private set; }
    public RichText Instructions { get; private set; } = RichText.Empty;
    public bool TakesText { get; private set; } = true;
    public bool TakesFiles { get; private set; } = true;
    public LateRule Late { get; private set; } = LateRule.Accepted;
    /// <summary>Percent of the points lost for each day begun after it was due, for <see cref="LateRule.LosesADay"/>.</summary>
    public int LatePercentADay { get; private set; } = 10;
    public Rubric Rubric { get; private set; } = Rubric.Empty;

    public static Assignment For(Activity activity) => new() { ActivityId = activity.Id, CourseId = activity.CourseId };

    public Outcome<Done> Describe(RichText instructions, bool takesText, bool takesFiles, LateRule late, int latePercentADay)
    {
        if (!takesText && !takesFiles) return Refusal.Invalid("Take text, files, or both.", nameof(TakesText));
        if (latePercentADay is < 0 or > 100) return Refusal.Invalid("What a late day costs is 0 to 100 percent.", nameof(LatePercentADay));
        (Instructions, TakesText, TakesFiles, Late, LatePercentADay) = (instructions, takesText, takesFiles, late, latePercentADay);
        return new Done();
    }

    /// <summary>From here on; what was graded before keeps its score.</summary>
    public void GradeBy(Rubric rubric) => Rubric = rubric;

    /// <summary>What is left of the score after the late rule; a day that has begun counts whole.</summary>
    public decimal AfterLateness(decimal score, int daysLate) =>
        Late == LateRule.LosesADay ? Math.Max(0, score * (100 - Math.Min(100, LatePercentADay * daysLate)) / 100) : score;
}
