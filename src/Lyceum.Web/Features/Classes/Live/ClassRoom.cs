using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>A class that this server holds open: its mailbox, and those who are connected to it.</summary>
public sealed class ClassRoom
{
    private static readonly Duration PulseEvery = Duration.FromSeconds(15);
    private readonly ClassBroadcast broadcast;
    private readonly IClock clock;
    private readonly ClassNodes nodes;
    private Instant pulsedAt;

    public ClassRoom(LoadedClass loaded, ClassNodes nodes, ClassLog disk, IServiceScopeFactory scopes, IClock clock, ILogger log)
    {
        (this.clock, this.nodes) = (clock, nodes);
        Session = loaded.Session;
        Deleted = loaded.Deleted;
        Mailbox = new ClassMailbox(loaded, disk, scopes, clock, log);
        broadcast = new ClassBroadcast(Mailbox.Tail, clock, log);
        Mailbox.Appended += broadcast.Wake;
        IdleSince = clock.GetCurrentInstant();
    }

    /// <summary>After a connection went, and whether for good: a line that broke may come back.</summary>
    public event Action<ClassConnection, bool>? Parted;

    public ClassSession Session { get; }
    /// <summary>What of its recording had been deleted when its log was read.</summary>
    public RecordingPart? Deleted { get; }
    public ClassMailbox Mailbox { get; }
    public ClassState State => Mailbox.Tail.Whole;
    public ICollection<ClassConnection> Connections => broadcast.Connections;
    /// <summary>Since when nobody is connected; null while somebody is.</summary>
    public Instant? IdleSince { get; private set; }

    /// <summary>Opens the doors when it is time, with what is prepared by now. Staff come as early as they like, and what they prepare afterwards is brought in too.</summary>
    public async Task<Refusal?> OpenDoors(SchoolDb db, ClassActor who, CancellationToken ct)
    {
        if (State.Phase is not (ClassPhase.Closed or ClassPhase.Open)) return null;
        var prepared = await (from session in db.ClassSessions
                              join activity in db.Activities on session.ActivityId equals activity.Id
                              where session.ActivityId == Session.ActivityId
                              select new { session, activity.Title }).SingleAsync(ct);
        var now = clock.GetCurrentInstant();
        if (State.Phase == ClassPhase.Closed && prepared.session.IsPastAt(now)) return ClassRefusals.HasEnded;
        if (!who.IsStaff && !prepared.session.AreDoorsOpenAt(now)) return ClassRefusals.DoorsClosed;
        return (await Mailbox.Post(prepared.session.Doors(prepared.Title), null)).Refusal;
    }

    public ClassConnection Connect(HubConnectionContext line, Guid? sessionId, ClassActor who, long lastSequence, Func<Refusal, SentRefusal> words) =>
        new(line, nodes.NewConnectionId(), sessionId, Session.ActivityId, who, Math.Max(0, lastSequence), clock.GetCurrentInstant(), words);

    public async Task<Refusal?> Enter(ClassConnection connection, Guid? sectionId)
    {
        var entered = await Mailbox.Post(new ConnectPerson(connection.Id), connection.Who);
        if (entered.IsRefused && entered.Refusal == DoorRules.WaitToBeLetIn) await Mailbox.Post(new Knock(sectionId), connection.Who);
        if (entered.IsRefused) return entered.Refusal;
        broadcast.Add(connection);
        IdleSince = null;
        return null;
    }

    /// <summary>How many edits of the replay were made, and how many undone, when it was last brought to them.</summary>
    public (int Made, int Undone) Edits { get; private set; }

    public void Edit(EditedReplay replay, IReadOnlyList<LoggedEvent> log, (int Made, int Undone) edits)
    {
        Edits = edits;
        Mailbox.Tail.Edit(replay, log);
        broadcast.TellAnew();
    }

    public async Task Leave(ClassConnection connection)
    {
        broadcast.Remove(connection);
        if (broadcast.Connections.Count == 0) IdleSince = clock.GetCurrentInstant();
        Parted?.Invoke(connection, false);
        await Mailbox.Post(new DisconnectPerson(connection.Id), connection.Who);
    }

    /// <summary>Says why if the line takes it at once, and cuts it either way: a line that does not read must not delay this.</summary>
    public void Expel(ClassConnection connection, Refusal why)
    {
        broadcast.Remove(connection);
        Parted?.Invoke(connection, true);
        var telling = connection.Write(ClassFrames.Closed(connection.Said(why))).AsTask();
        _ = telling.ContinueWith(told => _ = told.Exception, TaskScheduler.Default);
        connection.Abort();
    }

    /// <summary>To those in the same room, or breakout room.</summary>
    public void Signal(ClassActor who, ClassSignal signal) => broadcast.Signal(State.PlaceOf(who.PersonId), new SentSignal(who.PersonId, signal));

    /// <summary>From the room itself, or a breakout room, to those in it.</summary>
    public void Signal(int? place, ClassSignal signal) => broadcast.Signal(place, new SentSignal(Guid.Empty, signal));

    /// <summary>To all, wherever they are.</summary>
    public void SignalToAll(ClassSignal signal)
    {
        Signal((int?)null, signal);
        foreach (var room in State.Breakouts.Rooms.Where(room => room.ClosedMs is null)) Signal(room.Id, signal);
    }

    /// <summary>What the clock asks of it: to start, to end, to say that it is alive.</summary>
    public async Task Tick(SchoolStore store)
    {
        var now = clock.GetCurrentInstant();
        var hasStaff = Connections.Any(c => c.Who.IsStaff);
        if (State.Phase == ClassPhase.Open && now >= State.PlannedStart && hasStaff && !Session.IsLesson) await Mailbox.Post(new StartByClock(), null);
        if (State.Phase == ClassPhase.Live && Session.IsForgottenAt(State, now)) await Mailbox.Post(new EndByClock(), null);
        if (State.Phase == ClassPhase.Live && State.AreBreakoutsOpen()) await Mailbox.Post(new KeepBreakoutTime(), null);
        if (Connections.Count > 0 && State.Phase is ClassPhase.Open or ClassPhase.Live && (now - pulsedAt >= PulseEvery || now < pulsedAt)) await Pulse(store, now);
    }

    /// <summary>Lets go of those whose node died, and puts back those of this one that another node took for dead.</summary>
    public async Task SetRight(Dictionary<string, Instant> others)
    {
        if (State.Phase is not (ClassPhase.Open or ClassPhase.Live)) return;
        foreach (var (who, id, seenAt) in nodes.Gone(State, others)) await Mailbox.Post(new DisconnectPerson(id, seenAt), who);
        foreach (var connection in Connections)
            if (!State.People.TryGetValue(connection.Who.PersonId, out var person) || !person.Connections.Contains(connection.Id))
                await Mailbox.Post(new ConnectPerson(connection.Id), connection.Who);
    }

    public async Task Stop()
    {
        Mailbox.Stop();
        await Mailbox.Running;
        broadcast.Stop();
        await broadcast.Running;
    }

    private async Task Pulse(SchoolStore store, Instant now)
    {
        pulsedAt = now;
        await store.Write<Done>(async (db, ct) =>
        {
            await db.ClassSessions.Where(s => s.ActivityId == Session.ActivityId).ExecuteUpdateAsync(set => set.SetProperty(s => s.AliveAt, now), ct);
            return new Done();
        });
    }
}
