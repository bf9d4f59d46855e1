using Lyceum.Data.Library;
using Lyceum.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Hosting;

public sealed class BackupTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_backup_of_a_running_school_restores_into_an_empty_folder_and_never_over_another()
    {
        var folder = Directory.CreateTempSubdirectory("lyceum-restore-").FullName;
        var archive = Path.Combine(folder, "school.tar.gz");
        var put = await school.Services.GetRequiredService<IFileStore>().Put(new MemoryStream("kept"u8.ToArray()), 100, default);
        var recordings = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, "a-class")).FullName;
        await File.WriteAllTextAsync(Path.Combine(recordings, "1.webm"), "sound");
        Assert.Equal(0, await Backups.Make(school.Services, school.Services.GetRequiredService<SchoolSettings>(), archive, TextWriter.Null));

        var restored = new SchoolSettings { Data = Path.Combine(folder, "data"), Urls = "http://127.0.0.1:0", Demo = false };
        if (school.IsOnPostgres) restored.Postgres = await TestPostgres.Create();
        Assert.Equal(0, await Backups.Restore(restored, archive, TextWriter.Null));
        Assert.Equal(1, await Backups.Restore(restored, archive, TextWriter.Null));
        await using (var app = SchoolHost.Build(restored))
        {
            await CommandLine.Prepare(app);
            await using var scope = app.Services.CreateAsyncScope();
            Assert.Equal(Cast.All.Length, await scope.ServiceProvider.GetRequiredService<Data.SchoolDb>().People.CountAsync());
            await using var content = await app.Services.GetRequiredService<IFileStore>().Open(put.Value.Hash, default);
            Assert.NotNull(content);
            Assert.Equal("sound", await File.ReadAllTextAsync(Path.Combine(restored.RecordingsFolder, "a-class/1.webm")));
        }
        var said = new StringWriter();
        restored.Development = true;
        Assert.True(await Doctor.Run(restored, said) == 0, said.ToString());
        SqliteConnection.ClearAllPools();
        if (school.IsOnPostgres) await TestPostgres.Drop(restored.Postgres);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_and_what_to_do()
    {
        var said = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("lyceum-doctor-").FullName;
        Assert.Equal(1, await Doctor.Run(new SchoolSettings { Data = folder, Urls = "http://127.0.0.1:0" }, said));
        Assert.Contains("wrong  database: there is no school", said.ToString());
        Assert.Contains("wrong  mail: no mail server is set", said.ToString());
        Assert.Contains("ok     disk", said.ToString());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_doctor_finds_a_running_school_well_and_a_database_that_is_away()
    {
        var settings = school.Services.GetRequiredService<SchoolSettings>();
        var said = new StringWriter();
        await Doctor.Run(settings, said);
        foreach (var part in new[] { "database", "mail", "clock", "ports" }) Assert.Contains($"ok     {part}", said.ToString());
        said = new StringWriter();
        Assert.Equal(1, await Doctor.Run(new SchoolSettings { Data = settings.Data, Urls = settings.Urls, Postgres = "Host=127.0.0.1;Port=1;Username=nobody;Database=school" }, said));
        Assert.Contains("wrong  database: it does not answer. Is PostgreSQL running, and is --postgres right?", said.ToString());
    }
}
