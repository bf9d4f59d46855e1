using System.Diagnostics;
using System.Text.Json;
using Lyceum.Media.Dtls;
using Lyceum.Media.FarEnd;
using Lyceum.Media.Tests.Browser;

namespace Lyceum.Media.Tests.Recording;

[Collection(TestsAlone.Name)]
public sealed class KilledTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-media").FullName;

    /// <summary>The bench's server, which is a process of its own and records; built with these tests.</summary>
    private static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.FullName, "Bench.Media", "bin", output.Parent.Name, output.Name, "Bench.Media");
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_recordings_that_play()
    {
        Assert.SkipWhen(Played.Missing is not null, Played.Missing ?? "");
        using var server = Process.Start(new ProcessStartInfo(Program, ["server", "--recordings", folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var identity = new DtlsIdentity(TimeProvider.System);
        using var caller = new Caller(identity);
        var call = JsonSerializer.Serialize(new { What = "publish", Name = "mei", Sdp = caller.OfferToPublish(sound: true, picture: true) });
        await server.StandardInput.WriteLineAsync(call);
        await server.StandardInput.FlushAsync();
        var answer = JsonDocument.Parse((await server.StandardOutput.ReadLineAsync())!);
        caller.Connect(answer.RootElement.GetProperty("Sdp").GetString()!);
        var (sound, picture) = (new Source(caller, false, 3), new Source(caller, true, 900));
        await MediaSite.Until(() =>
        {
            caller.Receive();
            caller.Check();
            if (!caller.IsConnected) return false;
            // Each look sends a tenth of a second of sound and of picture.
            for (var i = 0; i < 5; i++) sound.SendFrame(1);
            for (var i = 0; i < 3; i++) picture.SendFrame(2);
            return Files("microphone", 2_500) && Files("camera", 100_000);
        }, () => Directory.GetFiles(folder));

        server.Kill();
        await server.WaitForExitAsync();
        Assert.Equal(137, server.ExitCode);
        var (heard, seen) = (Largest("microphone"), Largest("camera"));
        Assert.Equal("opus", await Played.Describe(heard));
        Assert.True((await Played.Sound(heard)).Length > 3 * Played.SampleRate, "Less than three seconds of sound play.");
        Assert.Equal("vp8 320 240", await Played.Describe(seen));
        Assert.True(await Played.CountPackets(seen) > 50, "Few frames of the picture are there.");
    }

    private bool Files(string source, int bytes) => Directory.GetFiles(folder, $"*{source}*").Any(f => new FileInfo(f).Length > bytes);

    private string Largest(string source) => Directory.GetFiles(folder, $"*{source}*").MaxBy(f => new FileInfo(f).Length)!;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
