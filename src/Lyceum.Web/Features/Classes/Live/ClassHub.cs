using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Captions.Machine;
using Lyceum.Web.Features.Classes.Guests;
using Lyceum.Web.Features.Classes.Slots;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.SignalR;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>Authorizes and posts; what happens is decided in the mailbox. The messages are described in docs/class-hub.md.</summary>
public sealed partial class ClassHub(ClassRooms rooms, ClassDoor door, ClassLines lines, RecordWatch watches, Words words) : Hub
{
    private static readonly Refusal NotJoined = Refusal.Conflict("Join the class first.");
    private static readonly Refusal BadKey = Refusal.Invalid("A key has 8 to 64 characters.");

    public async Task<SentRefusal?> Join(Guid classId, long lastSequence, BringInQueue queue)
    {
        var visit = Speak();
        await Part();
        var access = await door.Open(classId, visit, Context.ConnectionAborted);
        if (access is null) return Sent(await door.WhyNot(classId, visit, Context.ConnectionAborted));
        var room = await rooms.Open(classId, Context.ConnectionAborted);
        if (room is null || lines.Find(Context.ConnectionId) is not { } line) return Sent(Refusal.NotFound);
        if (await door.OpenReplay(room, access, Context.ConnectionAborted) is { } notYet) return Sent(notYet);
        if (await door.OpenDoors(room, access, Context.ConnectionAborted) is { } closed) return Sent(closed);
        await GuestDoor.Announce(room, visit);
        if (access.IsStaff) await queue.Run(room, Context.ConnectionAborted);
        var connection = room.Connect(line, visit.SessionId, access, lastSequence, refusal => SaidIn(visit.Language, refusal));
        if (await room.Enter(connection, await door.SectionOf(room, access, Context.ConnectionAborted)) is { } refusal) return Sent(refusal);
        Context.Items[typeof(ClassConnection)] = (room, connection);
        return null;
    }

    public async Task<Receipt> Send(ClassCommand command, string key, long? offsetMs, BeginSlot slots, MachineCaptions machine)
    {
        Speak();
        if (key is not { Length: >= 8 and <= 64 }) return Refused(key, BadKey);
        if (Joined is not var (room, connection)) return Refused(key, NotJoined);
        if (command is CaptionByMachine { IsOn: true } && !machine.IsThere && room.State.Leads(connection.Who)) return Refused(key, MachineCaptions.NoRecognizer);
        if (command is ShowDeck or DoInBreakout { Command: ShowDeck })
        {
            var found = await Find(room, connection.Who, command);
            if (found.IsRefused) return Refused(key, found.Refusal);
            command = found.Value;
        }
        if (command is StartSlot start)
        {
            if (!connection.Who.May(start, room.State.IsCoHost(connection.Who))) return Refused(key, ClassRefusals.NotYourRole);
            var found = await slots.Run(room.Session.ActivityId, start.SlotId, room.State.Phase, Context.ConnectionAborted);
            if (found.IsRefused) return Refused(key, found.Refusal);
            command = found.Value;
        }
        var outcome = await room.Mailbox.Post(command, connection.Who, key, offsetMs);
        return outcome.IsRefused ? Refused(key, outcome.Refusal) : new Receipt(key, true, outcome.Value, null);
    }

    private async Task<Outcome<ClassCommand>> Find(ClassRoom room, ClassActor who, ClassCommand command)
    {
        if (command is DoInBreakout inside)
        {
            var found = await Find(room, who, inside.Command);
            return found.IsRefused ? found.Refusal : inside with { Command = found.Value };
        }
        if (!who.May(command, room.State.IsCoHost(who))) return ClassRefusals.NotYourRole;
        return await door.FindDeck(room, ((ShowDeck)command).FileId, Context.ConnectionAborted) is { } deck ? new ShowFoundDeck(deck) : Refusal.NotFound;
    }

    public void Signal(ClassSignal signal)
    {
        if (Joined is not var (room, connection)) return;
        var place = room.State.Within(room.State.PlaceOf(connection.Who.PersonId)) ?? room.State;
        if (place.May(connection.Who, signal)) room.Signal(connection.Who, signal);
    }

    public async Task<SentRefusal?> Watch(WatchedInterval[] intervals)
    {
        Speak();
        if (Joined is not var (room, connection)) return Sent(NotJoined);
        // A guest earns nothing by watching: there is nobody to keep it for.
        if (connection.Who.Role == ClassRole.Guest) return null;
        var outcome = await watches.Run(room, connection, intervals, Context.ConnectionAborted);
        return outcome.IsRefused ? Sent(outcome.Refusal) : null;
    }

    /// <summary>There and back: how long the line takes.</summary>
    public void Ping() { }

    public override Task OnDisconnectedAsync(Exception? exception) => Part();

    private (ClassRoom Room, ClassConnection Connection)? Joined =>
        Context.Items.TryGetValue(typeof(ClassConnection), out var joined) ? ((ClassRoom, ClassConnection)?)joined : null;

    private async Task Part()
    {
        if (Joined is not var (room, connection)) return;
        Context.Items.Remove(typeof(ClassConnection));
        await room.Leave(connection);
    }

    // A refusal is read in the language of the person, not of the server.
    private Visit Speak()
    {
        var visit = Context.GetHttpContext()!.Visit();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(visit.Language);
        return visit;
    }

    private SentRefusal Sent(Refusal refusal) => Refusals.ToSent(refusal, words.Of(refusal));

    // What the school says by itself it says on a thread that speaks no language.
    private SentRefusal SaidIn(string language, Refusal refusal)
    {
        var spoken = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { return Sent(refusal); }
        finally { CultureInfo.CurrentUICulture = spoken; }
    }

    private Receipt Refused(string? key, Refusal refusal) => new(key ?? "", false, 0, Sent(refusal));
}
