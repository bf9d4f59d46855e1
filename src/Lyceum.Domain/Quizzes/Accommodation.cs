namespace Lyceum.Domain.Quizzes;

/// <summary>What a person is granted in every timed quiz of a course, said once. A factor of 1.25 is time and a quarter.</summary>
public sealed class Accommodation
{
    private Accommodation() { }

    public Guid CourseId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>From 1 to 4.</summary>
    public decimal TimeFactor { get; private set; } = 1;

    public static Accommodation For(Guid courseId, Guid personId) => new() { CourseId = courseId, PersonId = personId };

    /// <summary>Counts for attempts that begin from now on; a running one keeps its deadline.</summary>
    public Outcome<Done> Grant(decimal timeFactor)
    {
        if (timeFactor is < 1 or > 4) return QuizRefusals.TimeFactorOutOfRange;
        TimeFactor = timeFactor;
        return new Done();
    }
}
