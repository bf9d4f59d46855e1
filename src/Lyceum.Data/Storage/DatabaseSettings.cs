using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Data.Storage;

/// <summary>Where the school is kept: a file of SQLite, or a PostgreSQL connection string.</summary>
public sealed record DatabaseSettings(bool IsPostgres, string ConnectionString)
{
    public static DatabaseSettings Sqlite(string file) =>
        new(false, $"Data Source={file};Foreign Keys=True;Default Timeout=30");

    public static DatabaseSettings Postgres(string connectionString) => new(true, connectionString);

    public void Configure(DbContextOptionsBuilder options)
    {
        Prepare(options);
        if (IsPostgres) UsePostgres(options);
        else options.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsHistoryTable("migrations"));
    }

    // Apart, so that a school on SQLite does not load the other's assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UsePostgres(DbContextOptionsBuilder options) =>
        options.UseNpgsql(ConnectionString, npgsql => npgsql.MigrationsHistoryTable("migrations"));

    /// <summary>
    /// What holds for every context, to be said before the provider is named: contexts share the model, and all that belongs to it, only
    /// when their options were given in the same order. Migrations are written by hand, so there is no snapshot to compare with; a test compares the schemas.
    /// </summary>
    internal static void Prepare(DbContextOptionsBuilder options)
    {
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        // Identity asks the application's services which of its schemas to use; a context made without a host needs them too.
        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            options.UseApplicationServiceProvider(WithoutHost);
    }

    private static readonly ServiceProvider WithoutHost = AddIdentitySchema(new ServiceCollection()).BuildServiceProvider();

    internal static IServiceCollection AddIdentitySchema(IServiceCollection services) =>
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
}
