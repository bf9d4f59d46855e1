using Lyceum.Web.Features.School.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Browser.Tests;

/// <summary>The demo as `./run` fills it, first started on Tuesday 24 November 2026, 18:00 in Oslo, and a Chromium to walk through it.</summary>
public class DemoBrowser : BrowserFixture
{
    public override string Password => DemoSchool.Password;

    protected override async Task FillSchool()
    {
        await using var scope = Services.CreateAsyncScope();
        Assert.False((await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill()).IsRefused);
        foreach (var person in await Read(db => db.People.ToListAsync())) People[person.Email.Split('@')[0]] = person.Id;
    }
}
