using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Support;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Support;

public sealed class ForgetChecksTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_check_is_gone_after_thirty_days_though_nobody_checks_again()
    {
        var mei = await school.SignIn(Cast.Mei);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/me/connection/checks")
        {
            Content = JsonContent.Create(new
            {
                id = Guid.CreateVersion7(),
                parts = new { camera = "Works", microphone = "Works", speaker = "NotTried", network = "Works", relay = "NotTried" },
            }),
        };
        request.Headers.Add("RequestVerificationToken", await mei.TokenOf("/status/404"));
        Assert.Equal(HttpStatusCode.NoContent, (await mei.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);

        await WorkOffAt(SchoolFixture.Start + ConnectionCheck.Kept - Duration.FromHours(1));
        Assert.Equal(1, await school.Read(db => db.ConnectionChecks.CountAsync()));
        await WorkOffAt(SchoolFixture.Start + ConnectionCheck.Kept + Duration.FromHours(2));
        Assert.Equal(0, await school.Read(db => db.ConnectionChecks.CountAsync()));
    }

    private async Task WorkOffAt(Instant instant)
    {
        school.Clock.Reset(instant);
        await school.Services.GetRequiredService<JobWorker>().RunDue(TestContext.Current.CancellationToken);
    }
}
