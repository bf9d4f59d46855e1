using Lyceum.Data.Accounts;
using Lyceum.Data.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data;

/// <summary>One model for SQLite and PostgreSQL. Each noun declares its sets and mappings in its own folder.</summary>
public sealed partial class SchoolDb(DbContextOptions<SchoolDb> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Without a host. A database that has every migration of this program is recognized without the mapper.</summary>
    public static async Task Migrate(DatabaseSettings settings)
    {
        if (await MigrationList.IsNewest(settings)) return;
        await using var db = WithoutHost(settings);
        await db.Migrate();
    }

    /// <summary>Makes the model, which takes as long as the host does, and leaves it behind for every context that the host makes later.</summary>
    public static async Task MakeModel(DatabaseSettings settings)
    {
        await using var db = WithoutHost(settings);
        _ = db.Model;
    }

    private static SchoolDb WithoutHost(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<SchoolDb>();
        settings.Configure(options);
        return new SchoolDb(options.Options);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountMappings.Apply(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SchoolDb).Assembly);
        Conventions.NameInSnakeCase(builder);
    }
}
