using Lyceum.Media.Recording;

namespace Lyceum.Media.Tests.Recording;

public sealed class WebmFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-media").FullName;

    [Fact]
    public async Task A_finished_file_tells_its_duration_and_all_its_frames()
    {
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        var path = Write(seconds: 9, finish: true);
        Assert.Equal("opus", await Played.Describe(path));
        Assert.InRange(await Played.Duration(path), 8.9, 9.1);
        Assert.Equal(450, await Played.CountPackets(path));
    }

    [Fact]
    public async Task A_growing_file_plays_up_to_its_last_whole_cluster()
    {
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        var path = Write(seconds: 9, finish: false);
        Assert.InRange(await Played.CountPackets(path), 400, 450);
    }

    [Theory]
    [InlineData(0.3), InlineData(0.77), InlineData(0.99)]
    public async Task A_file_cut_at_any_byte_plays_up_to_there(double part)
    {
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        var path = Write(seconds: 9, finish: false);
        using (var file = File.OpenWrite(path)) file.SetLength((long)(file.Length * part));
        Assert.InRange(await Played.CountPackets(path), (int)(400 * (part - 0.1)), 450);
    }

    private string Write(int seconds, bool finish)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.webm");
        using var file = WebmFile.CreateOpus(path);
        // Opus: a 20 ms CELT frame of silence (RFC 6716 §3.1).
        for (var i = 0; i < seconds * 50; i++) file.Add(i * 20, true, [0xFC, 0xFF, 0xFE]);
        if (finish) file.Finish();
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
