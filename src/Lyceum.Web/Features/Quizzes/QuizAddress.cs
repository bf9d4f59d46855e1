namespace Lyceum.Web.Features.Quizzes;

/// <summary>Where the pages of a quiz are.</summary>
public static class QuizAddress
{
    public static string Of(string slug, Guid quizId) => $"/courses/{slug}/quizzes/{quizId}";
    public static string Attempt(string slug, Guid quizId) => $"{Of(slug, quizId)}/attempt";
    public static string Result(string slug, Guid quizId, int number) => $"{Of(slug, quizId)}/attempts/{number}";
    public static string Edit(string slug, Guid quizId) => $"{Of(slug, quizId)}/edit";
    public static string Marking(string slug, Guid quizId) => $"{Of(slug, quizId)}/marking";
}
