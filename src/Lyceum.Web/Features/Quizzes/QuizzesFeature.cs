using Lyceum.Data.Quizzes;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Quizzes;

public static class QuizzesFeature
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services)
    {
        services.AddSingleton<QuestionShelf>();
        services.AddScoped<QuizDoor>();
        services.AddScoped<QuizSummaries>();
        services.AddSingleton<StartAttempt>();
        services.AddSingleton<SaveAnswers>();
        services.AddSingleton<HandInAttempt>();
        services.AddSingleton<EditQuiz>();
        services.AddSingleton<MarkAnswer>();
        services.AddSingleton<MarkAgain>();
        services.AddSingleton<IJobHandler, HandInAtDeadline>();
        services.AddSingleton<IJobHandler, ReleaseQuizGrade>();
        return services;
    }

    public static void MapQuizzes(this IEndpointRouteBuilder routes)
    {
        var attempt = routes.MapGroup("/courses/{slug}/quizzes/{id:guid}/attempts/{number:int}").RequireToken();
        attempt.MapPost("/answers", AttemptEndpoints.Save);
        attempt.MapPost("/submission", AttemptEndpoints.HandIn);
    }
}
