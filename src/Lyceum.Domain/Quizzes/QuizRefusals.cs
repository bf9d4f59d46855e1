namespace Lyceum.Domain.Quizzes;

/// <summary>Why something about a quiz or an attempt was refused.</summary>
public static class QuizRefusals
{
    public static Refusal NotOpenYet { get; } = Refusal.Conflict("This quiz has not opened yet.");
    public static Refusal Closed { get; } = Refusal.TooLate("This quiz is closed.");
    public static Refusal NothingToAnswer { get; } = Refusal.Conflict("This quiz has no questions yet.");
    public static Refusal AttemptOpen { get; } = Refusal.Conflict("You have an attempt open: go on with that one.");
    public static Refusal NoAttemptsLeft { get; } = Refusal.Conflict("You have used every attempt that this quiz allows.");
    public static Refusal HandedIn { get; } = Refusal.Conflict("This attempt is handed in; later answers do not count.");
    public static Refusal DeadlinePassed { get; } = Refusal.TooLate("The time was up; what had been saved is handed in.");
    public static Refusal AnswerTooLong { get; } = Refusal.Invalid("An answer is longer than 50,000 characters.");
    public static Refusal TooManyAnswers { get; } = Refusal.Invalid("There are more answers here than a quiz has questions.");
    public static Refusal NotSealed { get; } = Refusal.Conflict("Answers to this attempt can still come in.");
    public static Refusal MarkOutOfRange { get; } = Refusal.Invalid("The points for an answer go from 0 to what its question offers.", "Points");
    public static Refusal AttemptsOutOfRange { get; } = Refusal.Invalid("Allow from 1 to 100 attempts, or any number.", "AttemptsAllowed");
    public static Refusal TimeLimitOutOfRange { get; } = Refusal.Invalid("A time limit goes from 1 minute to a day.", "TimeLimitMinutes");
    public static Refusal GraceOutOfRange { get; } = Refusal.Invalid("The grace goes from 0 minutes to a day.", "GraceMinutes");
    public static Refusal PageSizeOutOfRange { get; } = Refusal.Invalid("Show from 1 to 100 questions on a page.", "QuestionsPerPage");
}
