using Lyceum.Tests.Cartridges;
using Lyceum.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Imports;

public sealed class ImportCommandTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_file_becomes_a_course_and_the_terminal_says_what_came()
    {
        var (code, output) = await Run(await File(new SampleCartridge().ToArray()));
        Assert.Equal(0, code);
        Assert.StartsWith("Means and spread: 2 new modules, 7 new activities, 0 updated, 0 unchanged, 1 questions, 2 files.", output);
        Assert.Contains("Not taken: Simulator: This opens an external tool (LTI), which cannot be imported.", output);
        Assert.True(await school.Read(db => db.Courses.AnyAsync(c => c.Slug == "means-and-spread")));
    }

    [Fact]
    public async Task Somebody_who_teaches_imports_into_their_own_course_alone()
    {
        var file = await File(new SampleCartridge().Replace("imsmanifest.xml", "\"sample\"", "\"own\"").ToArray());
        Assert.Equal(0, (await Run(file, "--course", "statistics", "--as", Cast.EmailOf(Cast.Amara))).Code);
        Assert.Equal((2, "This does not exist, or it is not yours to see."), await Run(file, "--course", "writing", "--as", Cast.EmailOf(Cast.Amara)));
        Assert.Equal((2, "This does not exist, or it is not yours to see."), await Run(file, "--as", Cast.EmailOf(Cast.Mei)));
    }

    [Fact]
    public async Task A_refused_file_says_why()
    {
        var (code, output) = await Run(await File("no archive"u8.ToArray()));
        Assert.Equal(1, code);
        Assert.Contains("This file is not a zip archive, or it is damaged.", output);
    }

    [Fact]
    public async Task A_misuse_is_explained()
    {
        Assert.Equal((2, ImportCommand.Usage), await Run());
        Assert.Equal((2, "There is no file /nowhere.imscc."), await Run("/nowhere.imscc"));
    }

    public static TheoryData<string> Real => [.. Interop.Tests.Corpora.Names("cartridges", "*.imscc")];

    [Theory]
    [MemberData(nameof(Real))]
    public async Task Every_real_cartridge_becomes_a_course(string name)
    {
        var (code, output) = await Run(Path.Combine(Interop.Tests.Corpora.Folder("cartridges"), name));
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.Equal(0, code);
    }

    private async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await ImportCommand.Run(school.Services, arguments, output, TestContext.Current.CancellationToken);
        return (code, output.ToString().TrimEnd());
    }

    private static async Task<string> File(byte[] content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("lyceum-import-").FullName, "course.imscc");
        await System.IO.File.WriteAllBytesAsync(path, content);
        return path;
    }
}
