using Lyceum.Data.Accounts;
using Lyceum.Data.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data;

/// <summary>One model for SQLite and PostgreSQL. Each noun declares its sets and mappings in its own folder.</summary>
public sealed partial class SchoolDb(DbContextOptions<SchoolDb> options) : IdentityUserContext<Account, Guid>(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountMappings.Apply(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SchoolDb).Assembly);
        Conventions.NameInSnakeCase(builder);
    }
}
