using System.Net;
using System.Net.Http.Headers;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Imports;

/// <summary>What tests of imports do over HTTP: upload a file, and wait until an import is over.</summary>
internal static class ImportSteps
{
    public static async Task<HttpResponseMessage> PostFile(this HttpClient client, string page, byte[] content, string name)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await client.PostAsync(page, new MultipartFormDataContent { { file, "file", name }, { new StringContent(await client.TokenOf(page)), "__RequestVerificationToken" } });
    }

    public static async Task<Import> Import(this SchoolFixture school, string who, string page, byte[] cartridge, string name = "course.imscc")
    {
        var answer = await (await school.SignIn(who)).PostFile(page, cartridge, name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await school.WhenOver(Guid.Parse(answer.Headers.Location!.ToString()["/imports/".Length..]));
    }

    /// <summary>Jobs may be worked off by the host itself at the same time, so the row tells when it is over.</summary>
    public static async Task<Import> WhenOver(this SchoolFixture school, Guid id)
    {
        while (true)
        {
            await school.Services.GetRequiredService<JobWorker>().RunDue(TestContext.Current.CancellationToken);
            var import = await school.Read(db => db.Imports.SingleAsync(one => one.Id == id, TestContext.Current.CancellationToken));
            if (import.IsOver) return import;
            var job = await school.Read(db => db.Jobs.SingleAsync(one => one.Kind == "import-cartridge" && one.Payload.Contains(id.ToString()), TestContext.Current.CancellationToken));
            Assert.Null(job.LastError);
        }
    }

    /// <summary>Lets the hour pass after which content that nothing refers to is deleted.</summary>
    public static async Task WhenUnusedIsDeleted(this SchoolFixture school)
    {
        school.Clock.Advance(NodaTime.Duration.FromMinutes(61));
        while (await school.Read(db => db.Jobs.AnyAsync(job => job.Kind == "delete-unused-content" && job.DoneAt == null, TestContext.Current.CancellationToken)))
            await school.Services.GetRequiredService<JobWorker>().RunDue(TestContext.Current.CancellationToken);
    }
}
