using Microsoft.AspNetCore.DataProtection;

namespace Lyceum.Web.Features.Discussions;

public static class DiscussionsFeature
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Unsubscribing(provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("discussions.unsubscribe")));
        services.AddSingleton<ThreadLetters>();
        services.AddSingleton<WriteInThread>();
        services.AddScoped<PostFiles>();
        services.AddSingleton<FollowThread>();
        services.AddSingleton<SaveDiscussion>();
        return services;
    }

    public static string AddressOf(string slug, Guid threadId) => $"/courses/{slug}/threads/{threadId}";
}
