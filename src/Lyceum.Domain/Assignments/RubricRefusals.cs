namespace Lyceum.Domain.Assignments;

public static class RubricRefusals
{
    public static readonly Refusal TooManyCriteria = Refusal.Invalid("A rubric has at most 20 criteria.", "Rubric");
    public static readonly Refusal NoTitle = Refusal.Invalid("A criterion has a name of 1 to 80 characters.", "Rubric");
    public static readonly Refusal TooLong = Refusal.Invalid("A level is described in at most 500 characters.", "Rubric");
    public static readonly Refusal NotANumber = Refusal.Invalid("The points of a level are a number, as 4 or 4.5.", "Rubric");
    public static Refusal LevelsOf(string criterion) => Refusal.Invalid("{0} needs 2 to 10 levels.", "Rubric", criterion);
    public static Refusal PointsOf(string criterion) => Refusal.Invalid("Each level of {0} has points of its own, from 0 to 1,000.", "Rubric", criterion);
    public static Refusal NoLevel(string criterion) => Refusal.Invalid("Choose a level for {0}.", "Marks", criterion);
}
