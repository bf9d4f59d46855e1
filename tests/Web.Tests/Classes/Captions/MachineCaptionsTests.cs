using System.Diagnostics;
using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Captions.Machine;

namespace Lyceum.Web.Tests.Classes.Captions;

public sealed class MachineCaptionsTests(MachineFixture school) : IClassFixture<MachineFixture>
{
    [Fact]
    public async Task The_recognizer_hears_what_is_being_recorded_comes_back_when_it_dies_and_goes_when_it_is_turned_off()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        Assert.Null((await amara.Line.Call<MediaEntry>("EnterMedia", "amara-at-her-desk"))!.Refusal);
        await amara.Do(new TurnOn(MediaSource.Microphone));
        var room = school.Media.Rooms.Single(one => one.StartsWith(classId.ToString("N"), StringComparison.Ordinal));
        await Until(() => school.Media.Recorded.ContainsKey(room));
        var file = Path.Combine(Directory.CreateDirectory(school.Media.Recorded[room]).FullName, "voice.webm");
        var voice = await Tone();
        await using var recording = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        var written = 0;
        async Task Speak(int bytes)
        {
            bytes = Math.Min(bytes, voice.Length - written);
            await recording.WriteAsync(voice.AsMemory(written, bytes));
            await recording.FlushAsync();
            written += bytes;
        }
        await Speak(20_000);
        school.Media.Tell(new RecordingBegan(room, amara.Id.ToString("N"), "microphone", file, TimeSpan.Zero));
        await amara.Do(new CaptionByMachine(true));
        await Until(() => school.HasDied);

        // Who comes back hears what is said from then on, as it is said.
        await Until(async () => { await Speak(1_000); return mei.State.Media.Captions.Length > 0; });
        var caption = mei.State.Media.Captions[0];
        Assert.Equal(("heard 1", CaptionOrigin.Machine, Guid.Empty), (caption.Text, caption.Origin, caption.PersonId));

        await amara.Do(new CaptionByMachine(false));
        await Until(() => school.HasGone(classId));
    }

    [Fact]
    public void Voices_are_added_up_and_nothing_is_too_loud()
    {
        var mix = new SoundMix(TimeProvider.System);
        mix.Add("amara", [100, 200, 30_000]);
        mix.Add("mei", [-100, 5, 30_000]);
        mix.Add("mei", [7]);
        Assert.Equal([0, 205, short.MaxValue, 7], mix.Take());
        Assert.Empty(mix.Take());
    }

    /// <summary>Two minutes of a tone, in clusters of a second, as WebM.</summary>
    private static async Task<byte[]> Tone()
    {
        var path = Path.GetTempFileName();
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true };
        foreach (var argument in $"-v error -y -f lavfi -i sine=frequency=440:duration=120 -c:a libopus -cluster_time_limit 1000 -f webm {path}".Split(' ')) start.ArgumentList.Add(argument);
        using var ffmpeg = Process.Start(start)!;
        Assert.Equal("", await ffmpeg.StandardError.ReadToEndAsync());
        await ffmpeg.WaitForExitAsync();
        var voice = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return voice;
    }

    private static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await isSo()) await timer.WaitForNextTickAsync(late.Token);
    }
}
