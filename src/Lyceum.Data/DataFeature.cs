using Lyceum.Data.Courses;
using Lyceum.Data.School;
using Lyceum.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Data;

public static class DataFeature
{
    public static IServiceCollection AddSchoolData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        DatabaseSettings.AddIdentitySchema(services);
        services.AddDbContextPool<SchoolDb>(options =>
        {
            settings.Configure(options);
            // Identity loads and saves through this context, so tracking stays its own choice; queries of pages say AsNoTracking once, here.
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        services.AddSingleton<SchoolStore>();
        services.AddSingleton<CourseGlances>();
        services.AddSingleton<FrameGlances>();
        return services;
    }

    /// <summary>Brings the database to the newest schema; refuses to run on one that is newer than this program.</summary>
    public static async Task Migrate(this SchoolDb db, CancellationToken ct = default)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.Database.CanConnectAsync(ct) ? (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet() : [];
        var newer = applied.FirstOrDefault(migration => !known.Contains(migration));
        if (newer is not null) throw new InvalidOperationException($"This database was written by a newer Lyceum (it has {newer}). Install that version, or restore a backup made with this one.");
        if (!known.IsSubsetOf(applied)) await db.Database.MigrateAsync(ct);
    }
}
