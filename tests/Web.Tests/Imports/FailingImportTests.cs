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
}

/// <summary>A disk on which web links find no room.</summary>
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

public sealed class FailingImportTests(FailingSchool school) : IClassFixture<FailingSchool>
{
    [Fact]
    public async Task A_failure_in_the_middle_leaves_nothing_and_the_next_try_brings_everything()
    {
        school.Disk.IsFull = true;
        var before = await Rows();
        var answer = await (await school.SignIn(Cast.Amara)).PostFile("/courses/statistics/import", new SampleCartridge().WithPages(150).ToArray(), "course.imscc");
        var id = Guid.Parse(answer.Headers.Location!.ToString()["/imports/".Length..]);
        while (await school.Read(db => db.Jobs.SingleAsync(job => job.Kind == "import-cartridge" && job.Payload.Contains(id.ToString()))) is { LastError: null })
            await RunJobs();
        Assert.Equal(before, await Rows());
        var html = WebUtility.HtmlDecode(await (await school.SignIn(Cast.Amara)).GetStringAsync($"/imports/{id}"));
        Assert.Contains("The last try failed. It is tried again by itself; nothing was added so far.", html);

        school.Disk.IsFull = false;
        school.Clock.Advance(Duration.FromMinutes(30));
        Import import;
        while (!(import = await school.Read(db => db.Imports.SingleAsync(one => one.Id == id))).IsOver)
            await RunJobs();
        Assert.Equal((ImportState.Done, 157, 157), (import.State, import.Report.Items.Count, import.Report.Count(ImportFate.Made)));
    }

    [Fact]
    public async Task A_course_that_was_half_made_is_taken_back_and_made_by_the_next_try()
    {
        school.Disk.IsFull = true;
        var courses = await school.Read(db => db.Courses.CountAsync());
        var answer = await (await school.SignIn(Cast.Ruth)).PostFile("/school/import", new SampleCartridge().WithPages(80).ToArray(), "new.imscc");
        var id = Guid.Parse(answer.Headers.Location!.ToString()["/imports/".Length..]);
        while (await school.Read(db => db.Jobs.SingleAsync(job => job.Kind == "import-cartridge" && job.Payload.Contains(id.ToString()))) is { LastError: null })
            await RunJobs();
        Assert.Equal(courses, await school.Read(db => db.Courses.CountAsync()));
        Assert.Null((await school.Read(db => db.Imports.SingleAsync(one => one.Id == id))).CourseId);

        school.Disk.IsFull = false;
        school.Clock.Advance(Duration.FromMinutes(30));
        Import import;
        while (!(import = await school.Read(db => db.Imports.SingleAsync(one => one.Id == id))).IsOver)
            await RunJobs();
        Assert.Equal((87, courses + 1), (import.Report.Count(ImportFate.Made), await school.Read(db => db.Courses.CountAsync())));
    }

    private Task RunJobs() => school.Services.GetRequiredService<JobWorker>().RunDue(TestContext.Current.CancellationToken);

    private Task<(int, int, int, int, int, int)> Rows() => school.Read(async db => (
        await db.Modules.CountAsync(), await db.Activities.CountAsync(), await db.ImportItems.CountAsync(), await db.Readings.CountAsync(),
        await db.Questions.CountAsync(), await db.Files.CountAsync(file => !file.IsPrivate)));
}
