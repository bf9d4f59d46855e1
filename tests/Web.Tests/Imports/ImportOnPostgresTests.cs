using Lyceum.Domain.Accounts;
using Lyceum.Domain.Imports;
using Lyceum.Tests.Cartridges;
using Lyceum.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Imports;

public sealed class FailingPostgresSchool : PostgresSchool
{
    public FailsOnLinks Disk { get; } = new() { IsFull = false };

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Insert(0, ServiceDescriptor.Singleton<IPlaceContent>(Disk));
    }
}

/// <summary>Imports as the command line runs them, on PostgreSQL.</summary>
public sealed class ImportOnPostgresTests(FailingPostgresSchool school) : IClassFixture<FailingPostgresSchool>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_package_comes_in_parts_and_the_same_again_makes_nothing_twice()
    {
        var package = new SampleCartridge().WithPages(130).ToArray();
        var import = await Import("statistics", package);
        Assert.Equal((ImportState.Done, 137), (import.State, import.Report.Count(ImportFate.Made)));
        Assert.Equal(["Page 1", "Page 130", "The mean"], new[] { 0, 129, 130 }.Select(at => import.Report.Items[at].Title));
        var before = await Rows();
        var again = await Import("statistics", package);
        Assert.Equal((136, 0), (again.Report.Count(ImportFate.Unchanged), again.Report.Count(ImportFate.Made)));
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task A_failure_in_a_later_part_takes_back_the_earlier_ones_and_the_next_try_makes_the_course()
    {
        var before = (await Rows(), await school.Read(db => db.Courses.CountAsync(Ct)));
        school.Disk.IsFull = true;
        var asked = await Ask(null, new SampleCartridge().WithPages(80).ToArray());
        await Assert.ThrowsAsync<IOException>(() => Run(asked));
        Assert.Equal(before, (await Rows(), await school.Read(db => db.Courses.CountAsync(Ct))));

        school.Disk.IsFull = false;
        var import = await Run(asked);
        Assert.Equal((ImportState.Done, 87), (import.State, import.Report.Count(ImportFate.Made)));
    }

    private async Task<Import> Import(string slug, byte[] package) => await Run(await Ask(slug, package));

    private async Task<Guid> Ask(string? slug, byte[] package)
    {
        await using var scope = school.Services.CreateAsyncScope();
        var ask = scope.ServiceProvider.GetRequiredService<AskForImport>();
        return (await ask.Run(new Viewer(school.People[Cast.Ruth], IsStaff: true), slug, new MemoryStream(package), "course.imscc", atOnce: true, Ct)).Value.Id;
    }

    private async Task<Import> Run(Guid id)
    {
        await using var scope = school.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportCartridge>().Run(id, Ct);
    }

    private Task<(int, int, int, int, int, int)> Rows() => school.Read(async db => (
        await db.Modules.CountAsync(Ct), await db.Activities.CountAsync(Ct), await db.ImportItems.CountAsync(Ct), await db.Readings.CountAsync(Ct),
        await db.Questions.CountAsync(Ct), await db.Files.CountAsync(file => !file.IsPrivate, Ct)));
}
