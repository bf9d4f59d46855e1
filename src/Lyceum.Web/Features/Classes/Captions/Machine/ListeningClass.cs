using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.RateLimiting;
using Lyceum.Domain.Classes;
using Lyceum.Interop.Captions;
using Lyceum.Web.Features.Classes.Live;

namespace Lyceum.Web.Features.Classes.Captions.Machine;

/// <summary>
/// The recognizer of one class: a program of its own that gets what is said on its standard input and writes WebVTT to its standard output. One
/// that ends is started again, later each time; what it does not read is forgotten, so that it holds up nobody.
/// </summary>
internal sealed class ListeningClass : IAsyncDisposable
{
    private const int MostHeard = 8;
    private static readonly TimeSpan HandsOnEvery = TimeSpan.FromMilliseconds(500), LongestWrite = TimeSpan.FromSeconds(30), LongestGoodbye = TimeSpan.FromSeconds(5), RunsWell = TimeSpan.FromMinutes(1);
    private readonly ClassRoom room;
    private readonly string command, folder;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly CancellationTokenSource ending = new();
    private readonly Task running;

    public ListeningClass(ClassRoom room, string command, string folder, TimeProvider time, ILogger log)
    {
        (this.room, this.command, this.folder, this.time, this.log) = (room, command, folder, time, log);
        running = Task.Run(Run);
    }

    public ClassRoom Room => room;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }

    private async Task Run()
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!ending.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await RunOnce();
                log.LogWarning("The recognizer of the class {Class} ended; it is started again", room.Session.ActivityId);
                pause = time.GetElapsedTime(began) > RunsWell ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(Math.Min(60, pause.TotalSeconds * 2));
                await Task.Delay(pause, time, ending.Token);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The recognizer of the class {Class} failed", room.Session.ActivityId);
                pause = TimeSpan.FromSeconds(Math.Min(60, pause.TotalSeconds * 2));
                await Task.Delay(pause, time, ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task RunOnce()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "-c", command } };
        start.Environment["LYCEUM_CLASS"] = room.Session.ActivityId.ToString();
        using var program = Process.Start(start)!;
        program.ErrorDataReceived += (_, said) => { if (said.Data is { Length: > 0 } line) log.LogDebug("Recognizer: {Line}", line); };
        program.BeginErrorReadLine();
        var reading = Read(program.StandardOutput.BaseStream);
        try
        {
            await Hand(program.StandardInput.BaseStream, reading);
        }
        finally
        {
            await End(program, reading);
        }
    }

    /// <summary>What is said, as it comes, until the program ends.</summary>
    private async Task Hand(Stream input, Task reading)
    {
        var mix = new SoundMix(time);
        var heard = new Dictionary<string, HeardTrack>();
        using var timer = new PeriodicTimer(HandsOnEvery, time);
        try
        {
            while (!reading.IsCompleted && await timer.WaitForNextTickAsync(ending.Token))
            {
                await Follow(heard, mix);
                if (mix.Take() is not { Length: > 0 } samples) continue;
                var bytes = MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
                await input.WriteAsync(bytes, ending.Token).AsTask().WaitAsync(LongestWrite, time, ending.Token);
                await input.FlushAsync(ending.Token);
            }
        }
        finally
        {
            foreach (var track in heard.Values) await track.DisposeAsync();
        }
    }

    /// <summary>Whoever's microphone is on is heard, staff first: of many who speak at once nobody understands a word.</summary>
    private async Task Follow(Dictionary<string, HeardTrack> heard, SoundMix mix)
    {
        var state = room.State;
        var wanted = state.Media.Tracks.Where(track => !track.HasEnded && track.Source is MediaSource.Microphone or MediaSource.ScreenSound && state.IsSent(track.PersonId, track.Source))
            .OrderBy(track => state.People.GetValueOrDefault(track.PersonId)?.Role is ClassRole.Instructor or ClassRole.Assistant ? 0 : 1)
            .Select(track => Path.Combine(folder, Path.GetFileName(track.File))).Where(File.Exists).Take(MostHeard).ToHashSet();
        foreach (var (path, track) in heard.Where(one => !wanted.Contains(one.Key)).ToArray())
        {
            heard.Remove(path);
            await track.DisposeAsync();
        }
        foreach (var path in wanted)
            if (!heard.ContainsKey(path)) heard[path] = new HeardTrack(path, mix, log);
    }

    private async Task Read(Stream output)
    {
        using var pace = new TokenBucketRateLimiter(new() { TokenLimit = 40, TokensPerPeriod = 20, ReplenishmentPeriod = TimeSpan.FromSeconds(10), AutoReplenishment = true });
        var captions = new WebVtt(output);
        while (await captions.Next(ending.Token) is { } cue)
        {
            using var place = pace.AttemptAcquire();
            if (place.IsAcquired) await room.Mailbox.Post(new BringCaption(cue.Text, CaptionOrigin.Machine), null);
        }
        if (captions.Refusal is { } refusal) log.LogWarning("The recognizer of the class {Class} writes no WebVTT: {Why}", room.Session.ActivityId, refusal.Message);
    }

    // It is told by the end of its input, and has a moment to go.
    private static async Task End(Process program, Task reading)
    {
        try
        {
            program.StandardInput.Close();
            await program.WaitForExitAsync().WaitAsync(LongestGoodbye);
        }
        catch (Exception late) when (late is TimeoutException or IOException)
        {
            program.Kill(entireProcessTree: true);
        }
        await reading.ContinueWith(read => _ = read.Exception, TaskScheduler.Default);
    }
}
