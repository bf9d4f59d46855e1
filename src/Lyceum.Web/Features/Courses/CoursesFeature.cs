namespace Lyceum.Web.Features.Courses;

public static class CoursesFeature
{
    public static IServiceCollection AddCourses(this IServiceCollection services) => services.AddScoped<CourseDoor>();
}
