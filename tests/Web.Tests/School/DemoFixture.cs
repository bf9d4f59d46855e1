using Lyceum.Domain;
using Lyceum.Web.Features.School.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.School;

/// <summary>A school that holds the demo and nothing else; first started on Tuesday 24 November 2026, 18:00 in Oslo.</summary>
public class DemoFixture : SchoolFixture
{
    public override string Password => DemoSchool.Password;

    protected override async Task FillSchool()
    {
        Assert.False((await Fill()).IsRefused);
        foreach (var person in await Read(db => db.People.ToListAsync())) People[person.Email.Split('@')[0]] = person.Id;
    }

    public async Task<Outcome<Done>> Fill()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill();
    }
}

/// <summary>The same on PostgreSQL, and started on a Monday, before the class of the week.</summary>
public sealed class DemoOnPostgresFixture : DemoFixture
{
    public override bool IsOnPostgres => true;

    public override ValueTask InitializeAsync()
    {
        Clock.Reset(Start - Duration.FromDays(1));
        return base.InitializeAsync();
    }
}
