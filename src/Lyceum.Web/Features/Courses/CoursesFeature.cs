using Lyceum.Data.Courses;

namespace Lyceum.Web.Features.Courses;

public static class CoursesFeature
{
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        services.AddSingleton<CourseOutlines>();
        services.AddScoped<CourseDoor>();
        services.AddScoped<CourseShelf>();
        services.AddSingleton<CourseLetters>();
        services.AddSingleton<EnrollOneself>();
        services.AddSingleton<ArrangeModules>();
        services.AddSingleton<ArrangeActivities>();
        services.AddSingleton<SaveCourse>();
        services.AddSingleton<ManageMembers>();
        services.AddScoped<ImportRoster>();
        return services;
    }
}
