namespace Lyceum.Web.Features.Schedule;

public static class ScheduleFeature
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services.AddSingleton<PlanClasses>();
}
