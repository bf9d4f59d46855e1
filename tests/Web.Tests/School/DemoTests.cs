using System.Diagnostics;
using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.School.Demo;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.School;

/// <summary>A school that holds the demo and nothing else.</summary>
public class DemoFixture : SchoolFixture
{
    public Duration Took { get; private set; }

    protected override async Task FillSchool()
    {
        var watch = Stopwatch.StartNew();
        Assert.False((await Fill()).IsRefused);
        Took = Duration.FromTimeSpan(watch.Elapsed);
        foreach (var person in await Read(db => db.People.ToListAsync())) People[person.Email.Split('@')[0]] = person.Id;
    }

    public async Task<Lyceum.Domain.Outcome<Lyceum.Domain.Done>> Fill()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill(TestContext.Current.CancellationToken);
    }
}
