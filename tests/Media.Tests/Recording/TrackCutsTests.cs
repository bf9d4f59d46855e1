using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Lyceum.Media.Recording;

namespace Lyceum.Media.Tests.Recording;

public sealed class TrackCutsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-cuts").FullName;

    [Fact]
    public void No_frame_of_a_cut_is_in_what_students_get_and_every_other_sound_is()
    {
        var cases = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(cases, seed => Holds(seed)));
    }

    [Fact]
    public async Task A_recording_with_a_cut_is_as_long_and_plays_on_behind_it()
    {
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        var path = Path.Combine(folder, "quiet.webm");
        using (var file = WebmFile.CreateOpus(path))
        {
            // Opus: a 20 ms CELT frame of silence (RFC 6716 §3.1).
            for (var i = 0; i < 600; i++) file.Add(i * 20, true, [0xFC, 0xFF, 0xFE]);
            file.Finish();
        }
        var cut = Path.Combine(folder, "cut.webm");
        await File.WriteAllBytesAsync(cut, ReadWhole(path, [(3_000, 7_000)], isVideo: false));
        Assert.InRange(await Played.Duration(cut), 11.9, 12.1);
        Assert.Equal(600 - 200 - 5, await Played.CountPackets(cut));
    }

    private bool Holds(int seed)
    {
        var random = new Random(seed);
        var isVideo = random.Next(2) == 0;
        var (path, frames) = Write(random, isVideo, finish: random.Next(4) > 0);
        var cuts = Cuts(random, frames[^1].At);
        var got = ReadWhole(path, cuts, isVideo);
        var whole = File.ReadAllBytes(path);
        if (got.Length != whole.Length) return false;
        foreach (var (at, mark, _) in frames)
        {
            var isCut = cuts.Any(c => at >= c.From && at < c.Until);
            var isThere = got.AsSpan().IndexOf(mark) >= 0;
            if (isCut && isThere) return false;
            // No sound further from a cut than the longest packet is lost.
            if (!isVideo && !isThere && !cuts.Any(c => at >= c.From - 120 && at < c.Until)) return false;
        }
        if (isVideo && !StartsWithKeyframes(frames, got)) return false;
        // Any range of it is the same bytes.
        using var stream = Open(path, cuts, isVideo);
        for (var i = 0; i < 20; i++)
        {
            var from = random.Next(got.Length);
            var part = new byte[random.Next(1, Math.Min(5000, got.Length - from) + 1)];
            stream.Position = from;
            stream.ReadExactly(part);
            if (!part.AsSpan().SequenceEqual(got.AsSpan(from, part.Length))) return false;
        }
        return true;
    }

    // What comes back after frames that are gone begins with a keyframe: the frames before that are made of them.
    private static bool StartsWithKeyframes(List<(long At, byte[] Mark, bool IsKeyframe)> frames, byte[] got)
    {
        var wasGone = false;
        foreach (var (_, mark, isKeyframe) in frames)
        {
            var isThere = got.AsSpan().IndexOf(mark) >= 0;
            if (isThere && wasGone && !isKeyframe) return false;
            wasGone = !isThere;
        }
        return true;
    }

    private (string Path, List<(long At, byte[] Mark, bool IsKeyframe)> Frames) Write(Random random, bool isVideo, bool finish)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.webm");
        var frames = new List<(long, byte[], bool)>();
        using var file = isVideo ? WebmFile.CreateVp8(path, 640, 360) : WebmFile.CreateOpus(path);
        long at = 0;
        for (var i = 0; i < 400; i++)
        {
            var isKeyframe = !isVideo || i == 0 || random.Next(40) == 0;
            var mark = new byte[random.Next(16, 60)];
            random.NextBytes(mark);
            BinaryPrimitives.WriteInt32BigEndian(mark, i);
            frames.Add((at, mark, isKeyframe));
            file.Add(at, isKeyframe, mark);
            at += isVideo ? random.Next(20, 60) : 20;
            if (random.Next(150) == 0) at += random.Next(5000);
        }
        if (finish) file.Finish();
        else file.FlushCluster();
        return (path, frames);
    }

    private static List<(long From, long Until)> Cuts(Random random, long length)
    {
        var cuts = new List<(long, long)>();
        for (long at = random.Next(0, 4000); at < length && cuts.Count < 4; at += random.Next(500, 6000))
        {
            var until = at + random.Next(100, 5000);
            cuts.Add((at, until));
            at = until;
        }
        return cuts;
    }

    private static BlankedStream Open(string path, IReadOnlyList<(long, long)> cuts, bool isVideo)
    {
        var file = File.OpenRead(path);
        var blank = TrackCuts.Find(file, cuts, isVideo);
        file.Position = 0;
        return new BlankedStream(file, blank);
    }

    private static byte[] ReadWhole(string path, IReadOnlyList<(long, long)> cuts, bool isVideo)
    {
        using var stream = Open(path, cuts, isVideo);
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
