using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lyceum.Web.Features.Classes.Captions.Machine;

/// <summary>One recording on its way into the mix: ffmpeg makes samples of it while it grows.</summary>
internal sealed class HeardTrack : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly Task running;

    public HeardTrack(string path, SoundMix mix, ILogger log) => running = Task.Run(() => Run(path, mix, log));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }

    private async Task Run(string path, SoundMix mix, ILogger log)
    {
        try
        {
            var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in "-v error -probesize 32 -analyzeduration 0 -f matroska -i pipe:0 -f s16le -ac 1".Split(' ')) start.ArgumentList.Add(argument);
            foreach (var argument in new[] { "-ar", $"{SoundMix.SamplesPerSecond}", "-flush_packets", "1", "pipe:1" }) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            try
            {
                await await Task.WhenAny(new GrowingTrack(path).CopyTo(process.StandardInput.BaseStream, ending.Token), Read(process.StandardOutput.BaseStream, mix), process.StandardError.ReadToEndAsync(ending.Token));
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        catch (OperationCanceledException)
        {
            // It is no longer listened to.
        }
        catch (Exception failure) when (failure is IOException or System.ComponentModel.Win32Exception)
        {
            log.LogWarning(failure, "The recording {Path} is not captioned", path);
        }
    }

    private async Task Read(Stream samples, SoundMix mix)
    {
        var buffer = new byte[1 << 14];
        var held = 0;
        while (await samples.ReadAsync(buffer.AsMemory(held), ending.Token) is > 0 and var count)
        {
            // Half a sample waits for its other half.
            var whole = (held + count) & ~1;
            mix.Add(this, MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, whole)));
            held = held + count - whole;
            if (held > 0) buffer[0] = buffer[whole];
        }
    }
}
