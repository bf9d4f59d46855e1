using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lyceum.Data.Tests.Library;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

/// <summary>A school whose files and recordings lie in a real object store.</summary>
public sealed class BucketFixture : ClassFixture
{
    private readonly SwiftServer swift = new();

    public override async ValueTask InitializeAsync()
    {
        await swift.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await swift.DisposeAsync();
    }

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        if (SwiftServer.Missing is null)
            settings.S3 = new() { Endpoint = swift.Settings.Endpoint, Region = swift.Settings.Region, Bucket = swift.Settings.Bucket, AccessKey = swift.Settings.AccessKey, SecretKey = swift.Settings.SecretKey };
        return settings;
    }
}

public sealed class BucketTests(BucketFixture school) : IClassFixture<BucketFixture>
{
    private const string Words = "what somebody said, in bytes";

    [Fact]
    public async Task Recordings_of_a_class_that_is_over_move_to_the_bucket_replay_from_there_and_are_deleted_there()
    {
        Assert.SkipUnless(SwiftServer.Missing is null, SwiftServer.Missing ?? "");
        var (classId, track) = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var files = school.Services.GetRequiredService<RecordingFiles>();
        var move = school.Services.GetRequiredService<MoveRecordings>();

        await move.Run(default);
        Assert.Single(files.FolderOf(classId).GetFiles());
        school.Clock.Advance(Duration.FromMinutes(11));
        await move.Run(default);
        await move.Run(default);
        Assert.Empty(files.FolderOf(classId).GetFiles());
        Assert.Equal(Words.Length, await school.Read(db => files.SizeOf(db, classId, default)));

        var mei = await school.SignIn(Cast.Mei);
        Assert.Equal(Words, await mei.GetStringAsync($"{home}/tracks/{track}"));
        using var some = new HttpRequestMessage(HttpMethod.Get, $"{home}/tracks/{track}") { Headers = { Range = new RangeHeaderValue(5, 12) } };
        var part = await mei.SendAsync(some);
        Assert.Equal((HttpStatusCode.PartialContent, Words[5..13]), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.Contains($"recordings/{classId:N}/voice.webm", await BackedUp());

        var amara = await school.SignIn(Cast.Amara);
        await amara.PostForm(home + "/recording", new() { ["part"] = "All", ["typed"] = "sampling distributions" }, home + "/recording?handler=Delete");
        await school.Services.GetRequiredService<JobWorker>().RunDue(default);
        Assert.False(await school.Read(db => db.MovedRecordings.AnyAsync()));
        using var bucket = school.Services.GetRequiredService<SchoolSettings>().OpenBucket()!;
        Assert.Empty(await bucket.Keys("recordings/", default).ToListAsync());
    }

    private async Task<(Guid ClassId, long Track)> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(school.Services.GetRequiredService<RecordingFiles>().FolderOf(classId).FullName);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "voice.webm"), Encoding.ASCII.GetBytes(Words));
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        var began = await room.Mailbox.Post(new BeginTrack(mei.Id, MediaSource.Microphone, "voice.webm", school.Clock.GetCurrentInstant()), null);
        await amara.Do(new EndClass());
        return (classId, began.Value);
    }

    private async Task<List<string>> BackedUp()
    {
        var archive = Path.Combine(Directory.CreateTempSubdirectory("lyceum-web-").FullName, "school.tar.gz");
        Assert.Equal(0, await Backups.Make(school.Services, school.Services.GetRequiredService<SchoolSettings>(), archive, TextWriter.Null));
        var names = new List<string>();
        await using (var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress)))
            while (await tar.GetNextEntryAsync() is { } entry) names.Add(entry.Name);
        Directory.Delete(Path.GetDirectoryName(archive)!, recursive: true);
        return names;
    }
}
