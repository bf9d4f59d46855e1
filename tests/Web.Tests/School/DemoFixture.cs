using Lyceum.Domain;
using Lyceum.Web.Features.School.Demo;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Lyceum.Web.Tests.School;

/// <summary>A school that holds the demo and nothing else; first started on Tuesday 24 November 2026, 18:00 in Oslo.</summary>
public class DemoFixture : SchoolFixture
{
    protected override string Password => DemoSchool.Password;

    protected override async Task FillSchool()
    {
        Assert.False((await Fill()).IsRefused);
        foreach (var person in await Read(db => db.People.ToListAsync())) People[person.Email.Split('@')[0]] = person.Id;
    }

    public async Task<Outcome<Done>> Fill()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoSchool>().Fill();
    }
}

/// <summary>The same on PostgreSQL, and started on a Monday, before the class of the week.</summary>
public sealed class DemoOnPostgresFixture : DemoFixture
{
    private static readonly string Server = Environment.GetEnvironmentVariable("LYCEUM_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Username=lyceum_test;Password=lyceum_test;Database=postgres;Pooling=false";

    private readonly string name = "lyceum_" + Guid.NewGuid().ToString("N");

    public override async ValueTask InitializeAsync()
    {
        Clock.Reset(Start - Duration.FromDays(1));
        await Ask($"create database {name}");
        await base.InitializeAsync();
    }

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Postgres = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
        return settings;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Ask($"drop database {name} with (force)");
        GC.SuppressFinalize(this);
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
