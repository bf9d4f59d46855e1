using System.Security.Cryptography;
using System.Text;
using Lyceum.Data.Library;

namespace Lyceum.Data.Tests.Library;

/// <summary>What every file store owes: on a disk and, through the S3 API, in a real object store.</summary>
public sealed class FileStoreTests(SwiftServer swift) : IClassFixture<SwiftServer>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-files").FullName;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["disk", "S3"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_put_is_read_back_under_its_hash(string kind)
    {
        var store = Open(kind);
        var content = Content("a reading");
        var put = (await store.Put(new MemoryStream(content), 1000, Ct)).Value;
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), content.Length), (put.Hash, (int)put.Length));
        await using var back = await store.Open(put.Hash, Ct);
        Assert.Equal(content, await All(back!));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reading_may_begin_anywhere_and_begin_again(string kind)
    {
        var store = Open(kind);
        var content = new byte[3_000_000];
        new Random(7).NextBytes(content);
        var put = (await store.Put(new MemoryStream(content), long.MaxValue, Ct)).Value;
        await using var back = (await store.Open(put.Hash, Ct))!;
        Assert.Equal(content.Length, back.Length);
        foreach (var from in new[] { 2_999_990, 0, 1_500_000, 1_500_000 })
        {
            back.Seek(from, SeekOrigin.Begin);
            var some = new byte[10];
            await back.ReadExactlyAsync(some, Ct);
            Assert.Equal(content[from..(from + 10)], some);
        }
        back.Seek(0, SeekOrigin.End);
        Assert.Equal(0, await back.ReadAsync(new byte[10], Ct));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_content_is_kept_once(string kind)
    {
        var store = Open(kind);
        var first = (await store.Put(new MemoryStream(Content("twice")), 1000, Ct)).Value;
        var second = (await store.Put(new MemoryStream(Content("twice")), 1000, Ct)).Value;
        Assert.Equal(first, second);
        Assert.Equal(1, await store.AllHashes(Ct).CountAsync(hash => hash == first.Hash, Ct));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_too_large_is_refused_and_leaves_nothing(string kind)
    {
        var store = Open(kind);
        var content = Content("too large, by far");
        var put = await store.Put(new MemoryStream(content), 5, Ct);
        Assert.True(put.IsRefused);
        Assert.Null(await store.Open(Convert.ToHexStringLower(SHA256.HashData(content)), Ct));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_deleted_is_gone_and_deleting_again_is_no_error(string kind)
    {
        var store = Open(kind);
        var put = (await store.Put(new MemoryStream(Content("to be erased")), 1000, Ct)).Value;
        await store.Delete(put.Hash, Ct);
        await store.Delete(put.Hash, Ct);
        Assert.Null(await store.Open(put.Hash, Ct));
        Assert.DoesNotContain(put.Hash, await store.AllHashes(Ct).ToListAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_name_that_is_no_hash_reaches_no_file(string kind) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open(kind).Open("../../etc/passwd", Ct));

    private IFileStore Open(string kind)
    {
        if (kind == "disk") return new DiskFileStore(folder);
        Assert.SkipWhen(SwiftServer.Missing is not null, SwiftServer.Missing ?? "");
        return new S3FileStore(swift.Settings, folder);
    }

    private static byte[] Content(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<byte[]> All(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
