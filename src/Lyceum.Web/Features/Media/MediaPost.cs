using System.Collections.Concurrent;
using Lyceum.Media;

namespace Lyceum.Web.Features.Media;

/// <summary>Hands what the media server tells to whoever listens to that room, in order. The one reader of its signals.</summary>
public sealed class MediaPost(IMediaServer media, ILogger<MediaPost> log)
{
    private readonly ConcurrentDictionary<(string Room, object Listener), Func<MediaSignal, Task>> listeners = new();
    private readonly Lock starting = new();
    private Task? reading;

    /// <summary>Listens until what is returned is disposed.</summary>
    public IDisposable Listen(string room, Func<MediaSignal, Task> listener)
    {
        lock (starting) reading ??= Task.Run(Read);
        var key = (room, new object());
        listeners[key] = listener;
        return new Listening(() => listeners.TryRemove(key, out _));
    }

    private async Task Read()
    {
        await foreach (var signal in media.Signals.ReadAllAsync())
        {
            if (signal is ServerFault fault) log.LogError("The media server met a defect in {Room}: {Fault}", fault.Room, fault.Fault);
            if (signal is RecordingFailed failed) log.LogError("A recording in {Room} could not be written: {File}: {Reason}", failed.Room, failed.File, failed.Reason);
            foreach (var (key, listener) in listeners)
            {
                if (key.Room != signal.Room) continue;
                try { await listener(signal); }
                catch (Exception broken) { log.LogWarning(broken, "A listener of {Room} failed.", signal.Room); }
            }
        }
    }

    private sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
