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
        Assert.Equal(before, await Everything());
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
