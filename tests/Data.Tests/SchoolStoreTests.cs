using Lyceum.Domain;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Data.Tests;

public class SchoolStoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 17, 0);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_hundred_works_at_once_are_all_kept_and_each_reads_what_the_one_before_wrote(string kind)
    {
        await using var database = await Databases.Open(kind);
        await database.Store.Write<Done>(async (db, ct) =>
        {
            db.School.Add(SchoolProfile.New("0", "Etc/UTC", "en"));
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        var works = kind == Databases.Sqlite ? 100 : 12;

        await Task.WhenAll(Enumerable.Range(0, works).Select(_ => database.Store.Write<Done>(async (db, ct) =>
        {
            var school = await db.School.SingleAsync(ct);
            school.Describe($"{int.Parse(school.Name) + 1}", "Etc/UTC", "en");
            await db.SaveChangesAsync(ct);
            return new Done();
        })));

        await using var after = database.Context();
        Assert.Equal($"{works}", (await after.School.SingleAsync()).Name);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_a_work_added_and_did_not_save_is_not_saved_by_the_next(string kind)
    {
        await using var database = await Databases.Open(kind);
        var forgets = database.Store.Write<Done>((db, _) =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.School.Add(SchoolProfile.New("Forgotten", "Etc/UTC", "en"));
            return Task.FromResult<Outcome<Done>>(new Done());
        });
        var detects = await database.Store.Write<bool>(async (db, ct) =>
        {
            await db.SaveChangesAsync(ct);
            return db.ChangeTracker.AutoDetectChangesEnabled;
        });

        await forgets;
        Assert.True(detects.Value);
        await using var after = database.Context();
        Assert.False(await after.School.AnyAsync());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_writer_and_the_pages_share_one_model(string kind)
    {
        await using var database = await Databases.Open(kind);
        var services = new ServiceCollection().AddSchoolData(database.Settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        IModel? writers = null;
        await database.Store.Write<Done>((db, _) =>
        {
            writers = db.Model;
            return Task.FromResult<Outcome<Done>>(new Done());
        });

        Assert.Same(scope.ServiceProvider.GetRequiredService<SchoolDb>().Model, writers);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_refused_or_failed_work_leaves_nothing_and_its_neighbours_stay(string kind)
    {
        await using var database = await Databases.Open(kind);
        async Task<Outcome<Done>> Add(SchoolDb db, string job, CancellationToken ct)
        {
            db.Jobs.Add(Job.New(job, "{}", Now, Now));
            await db.SaveChangesAsync(ct);
            return new Done();
        }

        var kept = database.Store.Write<Done>((db, ct) => Add(db, "kept", ct));
        var refused = database.Store.Write<Done>(async (db, ct) => { await Add(db, "refused", ct); return Refusal.NotFound; });
        var failed = database.Store.Write<Done>(async (db, ct) => { await Add(db, "failed", ct); throw new InvalidOperationException("broken"); });
        var alsoKept = database.Store.Write<Done>((db, ct) => Add(db, "also kept", ct));

        Assert.False((await kept).IsRefused);
        Assert.True((await refused).IsRefused);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        Assert.False((await alsoKept).IsRefused);
        await using var after = database.Context();
        Assert.Equal(["also kept", "kept"], await after.Jobs.Select(job => job.Kind).OrderBy(name => name).ToListAsync());
    }
}
