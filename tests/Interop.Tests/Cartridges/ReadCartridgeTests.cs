using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;
using Lyceum.Interop.Tests.Archives;
using Lyceum.Tests.Cartridges;

namespace Lyceum.Interop.Tests.Cartridges;

public sealed class ReadCartridgeTests : IDisposable
{
    private readonly string within = Directory.CreateTempSubdirectory("lyceum-cartridge-").FullName;

    public void Dispose() => Directory.Delete(within, recursive: true);

    [Fact]
    public async Task Modules_keep_their_items_in_order_and_name_what_was_left()
    {
        using var archive = await Open(new SampleCartridge().ToArray());
        var cartridge = ReadCartridge.From(archive).Value;
        Assert.Equal(("sample", "Means and spread", "1.2.0"), (cartridge.Identifier, cartridge.Title, cartridge.Version));
        Assert.Equal(["Week 1", "Week 2"], cartridge.Modules.Select(m => m.Title));
        Assert.Equal(["CartridgePage", "CartridgeDiscussion", "CartridgePage", "CartridgeQuiz", "CartridgeAssignment", "CartridgeWebLink"],
            cartridge.Modules.SelectMany(m => m.Items).Select(i => i.GetType().Name));
        Assert.Equal(["files/chart.svg", "files/unused.txt"], cartridge.Files.Select(f => f.Path));
        Assert.Equal(("Simulator", "This opens an external tool (LTI), which cannot be imported."), (cartridge.Left.Single().Subject, cartridge.Left.Single().Message));
    }

    [Theory]
    [InlineData("spread.html#how", "spread")]
    [InlineData("./spread.html", "spread")]
    [InlineData("../pages/spread.html?x=1", "spread")]
    [InlineData("$CANVAS_OBJECT_REFERENCE$/quizzes/quiz", "quiz")]
    [InlineData("%24CANVAS_OBJECT_REFERENCE%24/assignments/work", "work")]
    public async Task A_link_to_another_item_is_found(string address, string identifier)
    {
        using var archive = await Open(new SampleCartridge().ToArray());
        Assert.Equal(new CartridgeTarget.ToItem(identifier), new CartridgeLinks(ReadCartridge.From(archive).Value).Find(address, "pages/mean.html"));
    }

    [Theory]
    [InlineData("../files/chart.svg")]
    [InlineData("$IMS-CC-FILEBASE$../files/chart.svg")]
    [InlineData("%24IMS-CC-FILEBASE%24/files/chart.svg?canvas_download=1")]
    [InlineData("$IMS_CC_FILEBASE$/elsewhere/chart.svg")]
    [InlineData("..\\files\\CHART.svg")]
    public async Task A_link_to_a_file_is_found(string address)
    {
        using var archive = await Open(new SampleCartridge().ToArray());
        Assert.Equal(new CartridgeTarget.ToFile("files/chart.svg"), new CartridgeLinks(ReadCartridge.From(archive).Value).Find(address, "pages/mean.html"));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("https://example.org/spread.html")]
    [InlineData("/spread.html")]
    [InlineData("$WIKI_REFERENCE$/pages/nothing")]
    [InlineData("")]
    public async Task A_link_to_something_else_is_not_found(string address)
    {
        using var archive = await Open(new SampleCartridge().ToArray());
        Assert.Null(new CartridgeLinks(ReadCartridge.From(archive).Value).Find(address, "pages/mean.html"));
    }

    [Theory]
    [InlineData("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifest>&x;</manifest>", "{0} declares a document type, which is not allowed.")]
    [InlineData("imsmanifest.xml", "<manifest>", "{0} is not well-formed XML (line {1}).")]
    [InlineData("imsmanifest.xml", "<something/>", "This archive is no Common Cartridge: its imsmanifest.xml describes something else.")]
    public async Task A_manifest_that_cannot_be_read_is_refused(string name, string content, string because)
    {
        using var archive = await Open(new SampleCartridge().With(name, content).ToArray());
        Assert.Equal(because, ReadCartridge.From(archive).Refusal?.Message);
    }

    [Fact]
    public async Task An_archive_without_a_manifest_is_refused()
    {
        using var archive = await Open(Zip.Of(("readme.txt", "Hello")).ToArray());
        Assert.Equal("This archive is no Common Cartridge: it has no imsmanifest.xml.", ReadCartridge.From(archive).Refusal?.Message);
    }

    [Fact]
    public async Task A_hostile_part_is_left_and_the_rest_is_read()
    {
        using var archive = await Open(new SampleCartridge().With("topic.xml", "<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><topic>&x;</topic>").ToArray());
        var cartridge = ReadCartridge.From(archive).Value;
        Assert.DoesNotContain(cartridge.Modules.SelectMany(m => m.Items), i => i is CartridgeDiscussion);
        Assert.Contains(cartridge.Left, l => l.Subject == "topic.xml" && l.Message == "{0} declares a document type, which is not allowed.");
    }

    private async Task<UnpackedArchive> Open(byte[] packed) => (await UnpackArchive.From(new MemoryStream(packed), within, ArchiveLimits.Default)).Value;
}
