using System.Runtime.CompilerServices;
using System.Text.Json;
using Lyceum.Interop.Yjs;

namespace Lyceum.Interop.Tests.Yjs;

/// <summary>Documents that Yjs itself wrote: three people type and delete at once, and hear of each other now and then. The browser's tests replay the same file.</summary>
public class YTextTests
{
    public sealed record Document(string Text, string[] Updates, string Whole);

    private static readonly Document[] Documents = JsonSerializer.Deserialize<Document[]>(File.ReadAllText(Path.Combine(Here(), "documents.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Documents.Length)];

    [Theory, MemberData(nameof(All))]
    public void Its_updates_come_to_the_text_in_whatever_order(int number)
    {
        var document = Documents[number];
        var updates = document.Updates.Select(Read).ToArray();
        Assert.Equal(document.Text, YText.Read(updates));
        Assert.Equal(document.Text, YText.Read(updates.Reverse()));
        Assert.Equal(document.Text, YText.Read(updates.Concat(updates)));
        Assert.Equal(document.Text, YText.Read([Read(document.Whole)]));
    }

    [Theory, MemberData(nameof(All))]
    public void Merged_it_is_the_same(int number)
    {
        var document = Documents[number];
        var updates = document.Updates.Select(Read).ToArray();
        var half = YUpdate.Merge(updates.Take(30));
        var merged = YUpdate.Merge([Read(half), .. updates.Skip(30)]);
        Assert.Equal(document.Text, YText.Read([Read(merged)]));
        Assert.True(merged.Length < document.Updates.Sum(update => Convert.FromBase64String(update).Length));
    }

    [Fact]
    public void Whatever_else_is_sent_is_no_update_of_a_text()
    {
        var good = Convert.FromBase64String(Documents[0].Updates[0]);
        Assert.NotNull(YUpdate.Read(good, "notes"));
        Assert.Null(YUpdate.Read(good, "other"));
        Assert.Null(YUpdate.Read(ReadOnlyMemory<byte>.Empty, "notes"));
        Assert.Null(YUpdate.Read((byte[])[.. good, 0], "notes"));
        for (var cut = 0; cut < good.Length; cut++) Assert.Null(YUpdate.Read(good.AsMemory(0, cut), "notes"));
        for (var at = 0; at < good.Length; at++)
            for (var value = 0; value < 256; value += 15)
            {
                var broken = good.ToArray();
                broken[at] = (byte)value;
                _ = YUpdate.Read(broken, "notes");
            }
        Assert.Null(YUpdate.Read((byte[])[0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1], "notes"));
    }

    [Fact]
    public void Items_of_a_client_with_a_gap_are_not_merged()
    {
        var updates = Documents[0].Updates.Select(Read).Where(update => update.Items.Count > 0).GroupBy(update => update.Items[0].Client).First(client => client.Count() > 2).ToArray();
        Assert.Throws<FormatException>(() => YUpdate.Merge([updates[0], updates[2]]));
    }

    private static YUpdate Read(string encoded) => Read(Convert.FromBase64String(encoded));

    private static YUpdate Read(byte[] encoded) => YUpdate.Read(encoded, "notes") ?? throw new FormatException("Yjs wrote it, and it is not read.");

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
