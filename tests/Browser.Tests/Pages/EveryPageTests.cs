using Lyceum.Web.Tests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Browser.Tests.Pages;

/// <summary>Every page of the running application, as those find it who use it.</summary>
public sealed class EveryPageTests(PagesFixture school) : IClassFixture<PagesFixture>
{
    [Fact]
    public void Every_page_has_somebody_who_walks_to_it()
    {
        var routes = school.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
        Assert.Equal(routes.Distinct().Order(), PageRows.All.Select(row => row.Route).Distinct().Order());
    }

    [Fact]
    public async Task Everybody_can_use_every_page_in_light_and_dark_on_a_desk_and_on_a_phone()
    {
        var walks = await Task.WhenAll(Enum.GetValues<Walker>().Select(async who =>
        {
            var look = new PageLook(who == Walker.Guest ? await school.OpenAsGuest() : await school.Open(NameOf(who), "/status/404"), school);
            foreach (var row in PageRows.All.Where(row => row.Who.Contains(who))) await look.InAllItsLooks(row);
            return look.Faults.Select(fault => $"{who} at {fault}");
        }));
        var faults = walks.SelectMany(walk => walk).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_student_can_use_every_page_in_Arabic()
    {
        var look = new PageLook(await school.Open(PagesFixture.InArabic, "/status/404"), school);
        foreach (var row in PageRows.All.Where(row => row.Who.Contains(Walker.Student))) await look.InArabic(row);
        Assert.True(look.Faults.Count == 0, string.Join('\n', look.Faults));
    }

    private static string? NameOf(Walker who) => who switch
    {
        Walker.Student => Cast.Mei,
        Walker.Instructor => Cast.Amara,
        Walker.Staff => Cast.Ruth,
        _ => null,
    };
}
