using Lyceum.Data.Courses;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lyceum.Web.Features.Today;

public static class TodayFeature
{
    public static IServiceCollection AddToday(this IServiceCollection services)
    {
        services.TryAddSingleton<CourseOutlines>();
        return services.AddScoped<ReadWeek>();
    }
}
