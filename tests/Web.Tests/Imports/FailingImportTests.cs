using System.Net;
using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Interop.Cartridges;
using Lyceum.Tests.Cartridges;
using Lyceum.Web.Features.Imports;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Lyceum.Web.Tests.Imports;

/// <summary>A school whose disk is full, as far as web links are concerned, until it is not.</summary>
public sealed class FailingSchool : SchoolFixture
{
    public FailsOnLinks Disk { get; } = new();

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddLogging(logs => logs.AddFilter(typeof(JobWorker).FullName, LogLevel.Error));
        services.Insert(0, ServiceDescriptor.Singleton<IPlaceContent>(Disk));
    }

    public sealed class FailsOnLinks : IPlaceContent
    {
        public bool IsFull { get; set; } = true;

        public bool Takes(CartridgeItem item) => item is CartridgeWebLink;

        public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Reading;

        public PlacedContent Read(CartridgeItem item, ItemReading reading) => new Content(this);

        private sealed record Content(FailsOnLinks Disk) : PlacedContent(5, null)
        {
            public override Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct) =>
                Disk.IsFull ? throw new IOException("No space left on device") : Task.FromResult<string?>(null);
        }
    }
}

public sealed class FailingImportTests(FailingSchool school) : IClassFixture<FailingSchool>
{
    [Fact]
    public async Task A_failure_in_the_middle_leaves_nothing_and_the_next_try_brings_everything()
    {
        var before = await Rows();
        var answer = await (await school.SignIn(Cast.Amara)).PostFile("/courses/statistics/import", new SampleCartridge().ToArray(), "course.imscc");
        var id = Guid.Parse(answer.Headers.Location!.ToString()["/imports/".Length..]);
        while (await school.Read(db => db.Jobs.SingleAsync(job => job.Kind == "import-cartridge")) is { LastError: null })
            await RunJobs();
        Assert.Equal(before, await Rows());
        var html = WebUtility.HtmlDecode(await (await school.SignIn(Cast.Amara)).GetStringAsync($"/imports/{id}"));
        Assert.Contains("The last try failed. It is tried again by itself; nothing was added so far.", html);

        school.Disk.IsFull = false;
        school.Clock.Advance(Duration.FromMinutes(30));
        Import import;
        while (!(import = await school.Read(db => db.Imports.SingleAsync(one => one.Id == id))).IsOver)
            await RunJobs();
        Assert.Equal((ImportState.Done, 7), (import.State, import.Report.Items.Count));
    }

    private Task RunJobs() => school.Services.GetRequiredService<JobWorker>().RunDue(TestContext.Current.CancellationToken);

    private Task<(int, int, int)> Rows() => school.Read(async db => (await db.Modules.CountAsync(), await db.Activities.CountAsync(), await db.ImportItems.CountAsync()));
}
