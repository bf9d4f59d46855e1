using Lyceum.Data.Accounts;
using Lyceum.Data.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data;

/// <summary>One model for SQLite and PostgreSQL. Each noun declares its sets and mappings in its own folder.</summary>
public sealed partial class SchoolDb(DbContextOptions<SchoolDb> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Without a host, and leaves the model behind for every context that the host makes later.</summary>
    public static async Task Migrate(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<SchoolDb>();
        settings.Configure(options);
        await using var db = new SchoolDb(options.Options);
        await db.Migrate();
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
