using Lyceum.Data.Courses;

namespace Lyceum.Web.Features.Courses;

public static class CoursesFeature
{
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        services.AddSingleton<CourseOutlines>();
        services.AddSingleton<CourseSkeletons>();
        services.AddSingleton<DrawCourse>();
        services.AddSingleton<ShowCourse>();
        services.AddScoped<CourseDoor>();
        services.AddScoped<CourseShelf>();
        services.AddSingleton<CourseLetters>();
        services.AddSingleton<InviteAgain>();
        services.AddSingleton<EnrollOneself>();
        services.AddSingleton<ArrangeModules>();
        services.AddSingleton<ArrangeActivities>();
        services.AddSingleton<SaveCourse>();
        services.AddSingleton<ManageMembers>();
        services.AddSingleton<GrantAccommodation>();
        services.AddScoped<ImportRoster>();
        services.AddScoped<ReadProgress>();
        services.AddSingleton<MakeGroups>().AddSingleton<ArrangeGroups>().AddSingleton<KeepGroupSet>().AddSingleton<ChooseGroup>();
        return services;
    }

    /// <summary>Stands before routing and before whatever else a request passes on its way to a page.</summary>
    public static void UseCoursePages(this WebApplication app)
    {
        var show = app.Services.GetRequiredService<ShowCourse>();
        app.Use(show.Run);
    }
}
