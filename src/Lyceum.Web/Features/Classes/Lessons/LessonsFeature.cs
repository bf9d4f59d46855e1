using Lyceum.Web.Features.School;

namespace Lyceum.Web.Features.Classes.Lessons;

/// <summary>Lessons: classes without an hour, recorded alone or made of a past class.</summary>
public static class LessonsFeature
{
    public static IServiceCollection AddLessons(this IServiceCollection services)
    {
        services.AddSingleton<FlipClass>();
        services.AddSingleton<RecordFirst>();
        services.AddSingleton<IJobHandler, CopyFlipped>();
        return services;
    }
}
