using System.Diagnostics;
using Lyceum.Media.FarEnd;

namespace Lyceum.Bench.Rooms;

/// <summary>Sends for those who speak, thirty pictures and fifty pieces of sound a second each, and takes what reaches everybody.</summary>
internal sealed class RoomLoad : IDisposable
{
    private readonly int packetsPerPicture;
    private readonly Lock changing = new();
    private readonly CancellationTokenSource over = new();
    private readonly Thread sending, draining;
    private readonly List<Stream> streams = [];
    private Stream[] sent = [];
    private RoomPerson[] people = [];

    /// <param name="packetsPerPicture">Of 1,000 bytes each.</param>
    public RoomLoad(int packetsPerPicture)
    {
        this.packetsPerPicture = packetsPerPicture;
        (sending, draining) = (new Thread(Send), new Thread(Drain));
        sending.Start();
        draining.Start();
    }

    /// <summary>Packets of pictures so far, of all who speak.</summary>
    public long PicturesSent => sent.Sum(stream => stream.Picture.Sent);

    public void Add(RoomPerson person)
    {
        lock (changing) people = [.. people, person];
        if (person.Sends is not { } caller) return;
        // Three talk at once, the others listen with their microphones on.
        var sound = new Source(caller, isPicture: false, 80) { Level = (byte)(streams.Count < 3 ? 30 : 127) };
        streams.Add(new(caller, new Source(caller, isPicture: true, 1_000), sound));
        sent = [.. streams];
    }

    public void Dispose()
    {
        over.Cancel();
        sending.Join();
        draining.Join();
        over.Dispose();
    }

    private void Send()
    {
        var start = Stopwatch.GetTimestamp();
        for (long tick = 0; !over.IsCancellationRequested; tick++)
        {
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < tick) over.Token.WaitHandle.WaitOne(1);
            var all = sent;
            for (var i = 0; i < all.Length; i++)
            {
                // Each in a millisecond of its own, as those who never agreed on one do.
                var at = tick + i * 7;
                if (at % 20 == 0) all[i].Sound.SendFrame(1);
                if (at % 33 == 0) all[i].Picture.SendFrame(packetsPerPicture);
                if (at % 5 == 0) all[i].Caller.Receive();
                if (at % 2_000 == 0 || !all[i].Caller.IsConnected && at % 100 == 0) all[i].Caller.Check();
            }
        }
    }

    private void Drain()
    {
        for (long round = 0; !over.IsCancellationRequested; round++)
        {
            foreach (var person in people)
            {
                person.Drain();
                if (round % 20 == 0) person.Hears.Report();
                if (round % 400 == 0 || !person.Hears.IsConnected && round % 20 == 0) person.Hears.Check();
            }
            over.Token.WaitHandle.WaitOne(5);
        }
    }

    private sealed record Stream(Caller Caller, Source Picture, Source Sound);
}
