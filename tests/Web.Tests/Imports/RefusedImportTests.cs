using System.IO.Compression;
using System.Net;
using Lyceum.Domain.Imports;
using Lyceum.Tests.Cartridges;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Imports;

/// <summary>What is refused is refused with one sentence, and leaves neither rows nor files nor folders behind.</summary>
public sealed class RefusedImportTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "The archive names a place outside itself: ../../etc/cron.d/evil.", new SampleCartridge().With("../../etc/cron.d/evil", "x").ToArray() },
        { "The archive names a place outside itself: /etc/passwd.", new SampleCartridge().With("/etc/passwd", "x").ToArray() },
        { "The archive unpacks to far more than its own size, as archives made to fill a disk do.", new SampleCartridge().With("files/chart.svg", new string('0', 40 << 20)).ToArray() },
        { "The archive holds a name that no file can have", new SampleCartridge().With("a\nb", "x").ToArray() },
        { "imsmanifest.xml declares a document type, which is not allowed.", new SampleCartridge().With("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifest>&x;</manifest>").ToArray() },
        { "The archive holds a link or a device instead of a file: evil.", WithLink() },
        { "This file is not a zip archive, or it is damaged.", "PK but no more"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_archive_is_refused_with_a_sentence_and_leaves_nothing(string because, byte[] archive)
    {
        var before = await Everything();
        var import = await school.Import(Cast.Amara, "/courses/statistics/import", archive, "hostile.imscc");
        Assert.Equal(ImportState.Refused, import.State);
        var html = WebUtility.HtmlDecode(await (await school.SignIn(Cast.Amara)).GetStringAsync($"/imports/{import.Id}"));
        Assert.Contains(because, html);
        await school.WhenUnusedIsDeleted();
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task What_somebody_uploads_while_an_import_of_the_same_comes_to_nothing_stays()
    {
        var archive = new SampleCartridge().With("../../etc/passwd", "kept all the same").ToArray();
        await school.Import(Cast.Amara, "/courses/statistics/import", archive, "hostile.imscc");
        var reading = await school.AddActivity(Domain.Courses.ActivityKind.Reading, "With the package");
        var page = $"/courses/statistics/readings/{reading.Id}/edit";
        var amara = await school.SignIn(Cast.Amara);
        var form = new MultipartFormDataContent { { new ByteArrayContent(archive), "upload", "package.imscc" }, { new StringContent(await amara.TokenOf(page)), "__RequestVerificationToken" } };
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostAsync(page + "?handler=Attach", form)).StatusCode);
        await school.WhenUnusedIsDeleted();
        var file = await school.Read(db => db.Files.SingleAsync(one => one.Name == "package.imscc"));
        Assert.Equal(archive, await amara.GetByteArrayAsync($"/files/{file.Id}/{file.Name}"));
    }

    private async Task<(int, int, int, string)> Everything()
    {
        var data = school.Services.GetRequiredService<SchoolSettings>().Data;
        var files = new[] { "files", "staging" }.Select(f => Path.Combine(data, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Select(Path.GetFileName).Order();
        return await school.Read(async db => (await db.Modules.CountAsync(), await db.Activities.CountAsync(), await db.Files.CountAsync(), string.Join(' ', files)));
    }

    private static byte[] WithLink()
    {
        var stream = new MemoryStream();
        stream.Write(new SampleCartridge().ToArray());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            zip.CreateEntry("evil").ExternalAttributes = unchecked((int)0xA1FF0000);
        return stream.ToArray();
    }
}
