using Lyceum.Domain;
using Lyceum.Interop.Archives;

namespace Lyceum.Interop.Tests.Archives;

public sealed class UnpackArchiveTests : IDisposable
{
    private readonly string within = Directory.CreateTempSubdirectory("lyceum-unpack-").FullName;

    public void Dispose() => Directory.Delete(within, recursive: true);

    [Fact]
    public async Task An_honest_archive_is_unpacked_and_its_folder_goes_with_it()
    {
        using (var archive = (await Unpack(Zip.Of(("imsmanifest.xml", "<m/>"), ("pages/", null), ("pages/One.html", "<p>1</p>")))).Value)
        {
            Assert.Equal(["imsmanifest.xml", "pages/One.html"], archive.Files.Select(f => f.Name));
            using var text = new StreamReader(archive.Open(archive.Find("pages/one.html")!));
            Assert.Equal("<p>1</p>", await text.ReadToEndAsync());
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(within));
    }

    [Fact]
    public async Task No_name_of_the_archive_reaches_the_file_system()
    {
        using var archive = (await Unpack(Zip.Of(("con", "1"), ("~/.profile", "2"), ("$(id).html", "3")))).Value;
        Assert.All(Directory.EnumerateFiles(within, "*", SearchOption.AllDirectories), f => Assert.Matches(@"^\d{6}$", Path.GetFileName(f)));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("..\\..\\evil.txt")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("\\\\host\\share\\evil")]
    [InlineData("C:\\Windows\\evil.dll")]
    public async Task A_name_outside_the_archive_is_refused(string name) =>
        await IsRefused(Zip.Of(("good.txt", "ok"), (name, "evil")), "The archive names a place outside itself: {0}.");

    [Theory]
    [InlineData("a\0b.txt")]
    [InlineData("line\nbreak.txt")]
    [InlineData("report\u202Efdp.exe")]
    [InlineData("a//b.txt")]
    [InlineData("./a.txt")]
    public async Task A_name_that_no_file_can_have_is_refused(string name) =>
        await IsRefused(Zip.Of((name, "x")), "The archive holds a name that no file can have: {0}.");

    [Fact]
    public async Task A_name_longer_than_any_file_system_takes_is_refused() =>
        await IsRefused(Zip.Of((new string('a', 256), "x")), "The archive holds a name that no file can have: {0}.");

    [Fact]
    public async Task A_name_of_too_many_folders_is_refused() =>
        await IsRefused(Zip.Of((string.Concat(Enumerable.Repeat("a/", 40)) + "b", "x")), "The archive holds a name that no file can have: {0}.");

    [Fact]
    public async Task Two_files_of_one_name_are_refused() =>
        await IsRefused(Zip.Of(("a.txt", "one"), ("a.txt", "two")), "The archive holds two files of the same name: {0}.");

    [Theory]
    [InlineData(0xA000)]
    [InlineData(0x2000)]
    [InlineData(0x6000)]
    [InlineData(0x1000)]
    public async Task A_link_or_a_device_is_refused(int unixKind) =>
        await IsRefused(Zip.WithUnixKind("passwd", "/etc/passwd", unixKind), "The archive holds a link or a device instead of a file: {0}.");

    [Fact]
    public async Task An_archive_that_unpacks_to_far_more_than_its_size_is_refused() =>
        await IsRefused(Zip.OfZeros("zeros.bin", 64 << 20), "The archive unpacks to far more than its own size, as archives made to fill a disk do.");

    [Fact]
    public async Task An_archive_beyond_the_total_is_refused() =>
        await IsRefused(Zip.Of(("a", "12345"), ("b", "67890")), "The archive would unpack to more than this school takes.", Small with { TotalLength = 8 });

    [Fact]
    public async Task A_file_beyond_its_limit_is_refused() =>
        await IsRefused(Zip.Of(("a", "12345")), "The archive holds a file that is too large: {0}.", Small with { EntryLength = 4 });

    [Fact]
    public async Task Too_many_entries_are_refused() =>
        await IsRefused(Zip.Of(("a", "1"), ("b", "2"), ("c", "3")), "The archive holds more than {0} files.", Small with { Entries = 2 });

    [Fact]
    public async Task A_file_that_is_longer_than_it_declares_is_refused() =>
        await IsRefused(Zip.ThatDeclares(length: 3, content: new string('x', 5000)), "The archive is damaged: {0} could not be unpacked.");

    [Fact]
    public async Task Something_else_than_an_archive_is_refused() =>
        await IsRefused(new MemoryStream("This is a letter, and not an archive."u8.ToArray()), "This file is not a zip archive, or it is damaged.");

    [Fact]
    public async Task An_empty_file_is_refused() =>
        await IsRefused(new MemoryStream(), "This file is not a zip archive, or it is damaged.");

    [Fact]
    public async Task A_truncated_archive_is_refused()
    {
        var whole = Zip.Of(("a.txt", new string('a', 3000))).ToArray();
        await IsRefused(new MemoryStream(whole[..(whole.Length / 2)]), "This file is not a zip archive, or it is damaged.");
    }

    [Fact]
    public async Task Damage_anywhere_is_refused_or_harmless_and_never_throws()
    {
        var whole = Zip.Of(("a.txt", "The quick brown fox"), ("b/c.txt", string.Join(' ', Enumerable.Range(0, 200)))).ToArray();
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x5A;
            (await Unpack(new MemoryStream(damaged))).Match(a => a, _ => null!)?.Dispose();
            Assert.Empty(Directory.EnumerateFileSystemEntries(within));
        }
    }

    [Fact]
    public async Task An_archive_inside_stays_packed()
    {
        var inner = Zip.OfZeros("zeros.bin", 1 << 20).ToArray();
        using var archive = (await Unpack(Zip.OfBytes("inner.zip", inner))).Value;
        Assert.Equal(inner.Length, archive.Files.Single().Length);
    }

    [Fact]
    public async Task What_a_killed_process_left_days_ago_goes_and_what_another_is_at_stays()
    {
        var (abandoned, busy) = (Path.Combine(within, "staging-1"), Path.Combine(within, "staging-2"));
        Directory.CreateDirectory(busy);
        Directory.SetLastWriteTimeUtc(Directory.CreateDirectory(abandoned).FullName, TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime);
        (await Unpack(Zip.Of(("a", "1")))).Value.Dispose();
        Assert.Equal([busy], Directory.EnumerateDirectories(within));
    }

    private static ArchiveLimits Small { get; } = new(1000, 1 << 20, 1 << 20, 100);

    private Task<Outcome<UnpackedArchive>> Unpack(Stream packed, ArchiveLimits? limits = null) =>
        UnpackArchive.From(packed, within, limits ?? ArchiveLimits.Default);

    private async Task IsRefused(Stream packed, string because, ArchiveLimits? limits = null)
    {
        var outcome = await Unpack(packed, limits);
        Assert.Equal(because, outcome.Refusal?.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(within));
    }
}
