using Lyceum.Data;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>What the demo says on the terminal: <c>lyceum demo</c>, and each start of a school that has the cast in it.</summary>
public static class DemoCommand
{
    private static readonly (string Who, string What)[] Shown =
    [
        ("mei", "student of both courses"), ("jonas", "student of both courses"), ("arjun", "student, watches the replays"), ("amara", "teaches Introduction to Statistics"),
        ("elif", "assists in it"), ("ingrid.dahl", "teaches Academic Writing"), ("ruth", "school staff"),
    ];

    public static async Task<int> Run(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var filled = await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill();
        if (filled.IsRefused) await output.WriteLineAsync(filled.Refusal.Message);
        else await SayWhoIsThere(output);
        return filled.IsRefused ? 1 : 0;
    }

    /// <summary>Fills a school that nobody is in yet, and says who can sign in.</summary>
    public static async Task Start(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        if (!await db.People.AnyAsync()) await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill();
        if (await db.People.AnyAsync(person => person.Email == "mei@harbour.example")) await SayWhoIsThere(output);
    }

    private static async Task SayWhoIsThere(TextWriter output)
    {
        await output.WriteLineAsync($"Harbour School, with two courses. Everybody signs in with the password {DemoSchool.Password}");
        foreach (var (who, what) in Shown) await output.WriteLineAsync($"  {who + "@harbour.example",-32}{what}");
    }
}
