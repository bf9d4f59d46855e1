using System.Diagnostics;
using System.Net;
using Lyceum.Media.Dtls;
using Lyceum.Media.FarEnd;

namespace Lyceum.Media.Tests.FarEnd;

/// <summary>Tests with a media server and far ends that are no browsers, all on this thread.</summary>
public abstract class CallersTests(MediaSettings settings) : IAsyncDisposable
{
    protected readonly MediaServer media = new(settings with { Addresses = [IPAddress.Loopback] }, TimeProvider.System);
    private readonly DtlsIdentity identity = new(TimeProvider.System);
    protected readonly List<Caller> callers = [];

    protected Caller Publish(string name, bool sound, bool picture)
    {
        var caller = new Caller(identity);
        callers.Add(caller);
        var reply = media.Publish("r", name, new PublishOffer(caller.OfferToPublish(sound, picture), new Dictionary<string, string>()));
        Assert.Null(reply.Refusal);
        caller.Connect(reply.Sdp!);
        return caller;
    }

    protected Caller Subscribe(string name, string to) => Listen(name, [new(to, "microphone"), new(to, "camera")]);

    protected Caller Listen(string name, IReadOnlyList<DesiredTrack> tracks)
    {
        var caller = new Caller(identity);
        callers.Add(caller);
        listening[name] = caller;
        Assert.Null(media.Desire("r", name, tracks));
        Until(() => Accept(name));
        return caller;
    }

    /// <summary>Answers the newest offer that waits; whether there was one.</summary>
    protected bool Accept(string name)
    {
        var all = Signals().OfType<SubscriptionOffered>().ToList();
        Offered.AddRange(all);
        if (all.LastOrDefault(o => o.Participant == name) is not { } offer) return false;
        Assert.Null(media.Answer("r", name, offer.Revision, listening[name].AnswerTo(offer.Sdp)));
        listening[name].Connect(offer.Sdp);
        return true;
    }

    protected void Forget(string name)
    {
        listening.Remove(name);
        Offered.RemoveAll(o => o.Participant == name);
    }

    protected List<SubscriptionOffered> Offered { get; } = [];
    private readonly Dictionary<string, Caller> listening = [];

    /// <summary>All that was told since it was last asked.</summary>
    protected List<MediaSignal> Signals()
    {
        var all = new List<MediaSignal>();
        while (media.Signals.TryRead(out var signal)) all.Add(signal);
        return all;
    }

    /// <summary>Lets the far ends take what arrived until it is so.</summary>
    protected void Until(Func<bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        var checkedAt = start;
        while (!isSo())
        {
            var any = false;
            foreach (var caller in callers) any |= caller.Receive();
            if (!any) Thread.Yield();
            if (Stopwatch.GetElapsedTime(checkedAt).TotalMilliseconds > 200)
            {
                checkedAt = Stopwatch.GetTimestamp();
                foreach (var caller in callers)
                {
                    caller.Check();
                    caller.Report();
                }
            }
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 90, "It did not come about within 90 s.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers) caller.Dispose();
        await media.DisposeAsync();
        identity.Dispose();
    }
}
