using System.IO.Pipelines;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Interop.Captions;

namespace Lyceum.Interop.Tests.Captions;

public class WebVttTests
{
    [Fact]
    public async Task Cues_come_in_their_order_as_plain_text()
    {
        var (cues, refusal) = await Read("""
            WEBVTT - Statistics
            Kind: captions

            STYLE
            ::cue { color: red }

            NOTE said by nobody --
            and by nobody again

            first
            00:01.000 --> 00:04.000 align:start position:0%
            <v Dr. Amara Okafor>The <i>spread</i> of the mean
            shrinks &amp; shrinks.</v>

            01:00:05.250 --> 01:00:07.500
            <00:05.500><c>Any</c> questions?

            00:08.000 --> 00:09.000
            <b></b>
            """);
        Assert.Null(refusal);
        Assert.Equal(
            [new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), "Dr. Amara Okafor: The spread of the mean shrinks & shrinks."),
                new(new TimeSpan(0, 1, 0, 5, 250), new TimeSpan(0, 1, 0, 7, 500), "Any questions?")],
            cues);
    }

    [Theory]
    [InlineData("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\n\r\n00:02.000 --> 00:03.000\r\nTwo")]
    [InlineData("WEBVTT\r\r00:01.000 --> 00:02.000\rOne\r\r00:02.000 --> 00:03.000\rTwo\r")]
    [InlineData("\uFEFFWEBVTT\tlive\n\n00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\nTwo\n\n\n")]
    [InlineData("WEBVTT\n\n00:01.000 -> 00:02.000\nNot this\n\n00:01.000 --> 00:02.000\nOne\n\n00:99.000 --> 00:03.000\nNor this\n\n2\n00:02.000 --> 00:03.000\nTwo")]
    public async Task However_its_lines_end_and_whatever_is_wrong_between_them(string text) =>
        Assert.Equal(["One", "Two"], (await Read(text)).Cues.Select(cue => cue.Text));

    [Theory]
    [InlineData("")]
    [InlineData("WEBVTTX\n\n")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n")]
    public async Task What_does_not_begin_with_its_signature_is_none(string text) => Assert.Equal(WebVtt.NotWebVtt, (await Read(text)).Refusal);

    [Fact]
    public async Task A_line_without_end_and_a_cue_without_end_are_refused()
    {
        Assert.Equal(WebVtt.TooLong, (await Read("WEBVTT\n\n" + new string('a', 5_000))).Refusal);
        var (cues, refusal) = await Read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\n" + string.Concat(Enumerable.Repeat("word word word\n", 400)));
        Assert.Equal(("One", WebVtt.TooLong), (Assert.Single(cues).Text, refusal));
    }

    [Fact]
    public async Task A_cue_is_given_while_what_follows_is_still_to_come()
    {
        var pipe = new Pipe();
        var vtt = new WebVtt(pipe.Reader.AsStream());
        await pipe.Writer.WriteAsync("WEBVTT\n\n00:01.000 --> 00:02.000\nFirst, "u8.ToArray(), TestContext.Current.CancellationToken);
        var first = vtt.Next(TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        await pipe.Writer.WriteAsync("she said\n\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("First, she said", (await first.AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))?.Text);
        await pipe.Writer.CompleteAsync();
        Assert.Null(await vtt.Next(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Any_bytes_at_all_give_short_plain_cues_or_a_refusal() => Prop.ForAll(
        Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>(), Pieces).ToArbitrary(), bytes =>
        {
            var (cues, _) = Read(bytes).GetAwaiter().GetResult();
            return cues.All(cue => cue.Text.Length is > 0 and <= 4_200 && !cue.Text.Any(char.IsControl));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Gen<byte[]> Pieces =>
        Gen.ListOf(Gen.Elements("WEBVTT", "\n", "\r", "\n\n", "00:01.000 --> 00:02.000", "-->", "NOTE ", "<v Mei>", "<", ">", "&#x0;", "&amp;", "word ", "\u0001", "\uD83D\uDE00", "\u202E", "\u0085"))
            .Select(pieces => Encoding.UTF8.GetBytes("WEBVTT\n\n" + string.Concat(pieces)));

    private static Task<(List<WebVttCue> Cues, Domain.Refusal? Refusal)> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static async Task<(List<WebVttCue> Cues, Domain.Refusal? Refusal)> Read(byte[] bytes)
    {
        var vtt = new WebVtt(new MemoryStream(bytes));
        var cues = new List<WebVttCue>();
        while (await vtt.Next(default) is { } cue) cues.Add(cue);
        return (cues, vtt.Refusal);
    }
}
