using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Bench;

/// <summary>The yardstick of fan-out: write-loop.c, compiled here, writing lines of the same length to as many connections at the same pace.</summary>
internal static class WriteLoop
{
    public static async Task<TimeSpan> CpuPerWrite(int listeners, int bytes, int linesASecond, TimeSpan time)
    {
        var program = Path.Combine(Path.GetTempPath(), $"lyceum-write-loop-{Environment.ProcessId}");
        try
        {
            using (var compile = Process.Start("cc", ["-O2", "-o", program, Path.Combine(AppContext.BaseDirectory, "write-loop.c")]))
                await compile.WaitForExitAsync();
            var start = new ProcessStartInfo(program, [$"{listeners}", $"{bytes}", $"{linesASecond}", $"{time.TotalSeconds:0}"]) { RedirectStandardOutput = true };
            using var loop = Process.Start(start) ?? throw new InvalidOperationException("The bench needs a C compiler, cc.");
            var address = new IPEndPoint(IPAddress.Loopback, int.Parse(await loop.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture));
            var readers = Enumerable.Range(0, listeners).Select(_ => Task.Run(() => Read(address))).ToArray();
            var nanoseconds = double.Parse(await loop.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture);
            await Task.WhenAll(readers);
            return TimeSpan.FromMicroseconds(nanoseconds / 1000);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static async Task Read(IPEndPoint address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address);
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory()) > 0) { }
        }
        catch (SocketException) { }
    }
}
