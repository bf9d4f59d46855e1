using System.Text.Json;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes;

/// <summary>Somebody in a class, as the browser would be: follows the log, remembers where it stands, notices holes.</summary>
public sealed class Participant(SchoolFixture school, string who, Guid classId, Uri? address = null) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> watchers = [];
    private HubClient? line;

    public ClassState State { get; private set; } = ClassState.Empty;
    public List<SeenEvent> Seen { get; } = [];
    public List<SentSignal> Signals { get; } = [];
    public List<MediaNotice> Notices { get; } = [];
    public List<string> Faults { get; } = [];
    public Welcome? Welcome { get; private set; }
    public SentRefusal? Closed { get; private set; }
    public long Position { get; private set; }
    public Guid Id => school.People[who];
    public HubClient Line => line ?? throw new InvalidOperationException("Not connected.");

    public static async Task<Participant> Join(SchoolFixture school, string who, Guid classId, Uri? address = null)
    {
        var participant = new Participant(school, who, classId, address);
        Assert.Null(await participant.Connect());
        return participant;
    }

    /// <summary>Connects, or comes back with its position.</summary>
    public async Task<SentRefusal?> Connect()
    {
        line = await HubClient.Connect(await school.SignIn(who), address ?? school.Address, Receive);
        var refusal = await line.Call<SentRefusal>("Join", classId, Position);
        if (refusal is null) await Until(() => Welcome is not null);
        return refusal;
    }

    public async Task<SentRefusal?> Reconnect()
    {
        await Cut();
        Welcome = null;
        return await Connect();
    }

    /// <summary>Waits until the school cuts the line; why, as it said then, or says to whoever comes back.</summary>
    public async Task<string?> WhyOut()
    {
        await Line.Over.WaitAsync(TimeSpan.FromSeconds(60));
        return (Closed ?? await Connect())?.Message;
    }

    public async Task Cut()
    {
        Line.Cut();
        await Line.Over;
    }

    public Task<Receipt> Send(ClassCommand command, string? key = null, long? offsetMs = null) =>
        Line.Call<Receipt>("Send", command, key ?? Guid.NewGuid().ToString("N"), offsetMs)!;

    /// <summary>Sends what must be accepted; its sequence.</summary>
    public async Task<long> Do(ClassCommand command, long? offsetMs = null)
    {
        var receipt = await Send(command, offsetMs: offsetMs);
        Assert.True(receipt.IsAccepted, receipt.Refusal?.Message);
        return receipt.Sequence;
    }

    public Task SeesThrough(long sequence) => Until(() => Position >= sequence);

    public async Task Until(Func<bool> isTrue)
    {
        var deadline = TimeSpan.FromSeconds(20);
        while (true)
        {
            TaskCompletionSource change;
            lock (gate)
            {
                if (isTrue()) return;
                watchers.Add(change = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            await change.Task.WaitAsync(deadline);
        }
    }

    private void Receive(string target, JsonElement message)
    {
        lock (gate)
        {
            if (target == "Welcome") Take(message.Deserialize<Welcome>(ClassJson.Options)!);
            if (target == "Events") Take(message.Deserialize<EventBatch>(ClassJson.Options)!);
            if (target == "Signal") Signals.Add(message.Deserialize<SentSignal>(ClassJson.Options)!);
            if (target == "Media") Notices.Add(message.Deserialize<MediaNotice>(ClassJson.Options)!);
            if (target == "Closed") Closed = message.Deserialize<SentRefusal>(ClassJson.Options);
            foreach (var watcher in watchers) watcher.TrySetResult();
            watchers.Clear();
        }
    }

    private void Take(Welcome welcome)
    {
        Welcome = welcome;
        State = welcome.State ?? State;
        Apply(welcome.Events, mayBeOld: welcome.State is not null);
        Position = welcome.Through;
    }

    private void Take(EventBatch batch)
    {
        if (batch.After != Position) Faults.Add($"A batch after {batch.After} came at {Position}.");
        Apply(batch.Events, mayBeOld: false);
        Position = batch.Through;
    }

    private void Apply(IEnumerable<SeenEvent> events, bool mayBeOld)
    {
        foreach (var seen in events)
        {
            if (!mayBeOld && seen.Sequence <= (Seen.Count > 0 ? Math.Max(Seen[^1].Sequence, Position) : Position)) Faults.Add($"{seen.Sequence} came twice or too late.");
            Seen.Add(seen);
            State = State.Apply(seen);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (line is not null) await line.DisposeAsync();
    }
}
