using System.Buffers;
using System.Text;
using System.Text.Json;
using Lyceum.Domain.Classes;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Makes the messages of a class, in the JSON of SignalR's hub protocol (an invocation, closed by 0x1E). What several connections are to get
/// is written once for all of them. Used by the one sender of a class, so it needs no lock.
/// </summary>
internal sealed class ClassFrames(ClassTail tail, IClock clock)
{
    private const int MostEvents = 500;
    private const int MostMissed = 2000;
    private const int StalestSnapshot = 200;
    private static readonly byte[] NothingYet = JsonSerializer.SerializeToUtf8Bytes(ClassState.Empty, ClassJson.Options);
    private readonly Dictionary<(long Position, long After, ClassSight Sight), Shared> shared = [];
    private readonly Snapshot?[] snapshots = new Snapshot?[3];
    private long sharedThrough;

    /// <summary>What comes after this position for this person; null when nothing of it is for them.</summary>
    public SerializedHubMessage? Events(ClassActor who, ClassSight sight, long position, long after, out long through)
    {
        var last = tail.Last;
        if (tail.IsEditedFor(sight))
        {
            through = Math.Min(last, after + MostEvents);
            var shown = tail.Shown(tail.Between(after, through), who);
            return shown.Length == 0 ? null : Batch(position, through, shown);
        }
        if (last != sharedThrough)
        {
            shared.Clear();
            sharedThrough = last;
        }
        if (!shared.TryGetValue((position, after, sight), out var common))
            shared[(position, after, sight)] = common = Share(position, after, Math.Min(last, after + MostEvents), sight);
        through = common.Through;
        if (!common.Personal.Any(e => e.Logged.Audience.People.Contains(who.PersonId))) return common.Message;
        var visible = common.Entries.Where(e => e.Logged.Audience.Includes(who.PersonId, sight)).ToArray();
        return visible.Length == 0 ? null : Batch(position, through, visible);
    }

    /// <summary>The snapshot, or exactly what a client misses that stands at <paramref name="position"/>.</summary>
    public SerializedHubMessage Welcome(ClassActor who, ClassSight sight, long position, out long through)
    {
        var last = through = tail.Last;
        if (tail.IsEditedFor(sight)) return Write("Welcome", json => WelcomeBody(json, who, last, NothingYet, tail.EditedFor(who)));
        if (position > 0 && position >= tail.First && position <= last && last - position <= MostMissed)
            return Write("Welcome", json => WelcomeBody(json, who, last, null, Visible(position, last, who, sight)));
        var snapshot = FreshSnapshot(sight);
        TailEntry[] personal = sight == ClassSight.Staff ? [] : tail.PersonalOf(who.PersonId, snapshot.Through);
        last = through = tail.Last;
        return Write("Welcome", json => WelcomeBody(json, who, last, snapshot.State, [.. personal, .. Visible(snapshot.Through, last, who, sight)]));
    }

    public static SerializedHubMessage Signal(SentSignal signal) => Write("Signal", json => json.Write(JsonSerializer.SerializeToUtf8Bytes(signal, ClassJson.Options)));

    public static SerializedHubMessage Closed(SentRefusal refusal) => Write("Closed", json => json.Write(JsonSerializer.SerializeToUtf8Bytes(refusal, ClassJson.Options)));

    public static SerializedHubMessage Media(MediaNotice notice) => Write("Media", json => json.Write(JsonSerializer.SerializeToUtf8Bytes(notice, ClassJson.Options)));

    private Shared Share(long position, long after, long through, ClassSight sight)
    {
        var entries = tail.Between(after, through);
        var personal = sight == ClassSight.Staff ? [] : entries.Where(e => e.Logged.Audience.Kind == AudienceKind.People).ToArray();
        var visible = entries.Where(e => e.Logged.Audience.Includes(Guid.Empty, sight)).ToArray();
        return new(through, entries, personal, visible.Length == 0 ? null : Batch(position, through, visible));
    }

    private TailEntry[] Visible(long after, long through, ClassActor who, ClassSight sight) =>
        [.. tail.Between(after, through).Where(e => e.Logged.Audience.Includes(who.PersonId, sight))];

    // An older snapshot does as well: what came since follows as events. One from before a redaction does not.
    private Snapshot FreshSnapshot(ClassSight sight)
    {
        var kept = snapshots[(int)sight];
        if (kept is not null && kept.Redactions == tail.Redactions && tail.Last - kept.Through <= StalestSnapshot) return kept;
        var (through, state) = tail.Snapshot(sight);
        return snapshots[(int)sight] = new(through, tail.Redactions, JsonSerializer.SerializeToUtf8Bytes(state, ClassJson.Options));
    }

    private static SerializedHubMessage Batch(long after, long through, TailEntry[] entries) => Write("Events", json =>
    {
        json.Write(Encoding.UTF8.GetBytes($"{{\"after\":{after},\"through\":{through},\"events\":["));
        WriteAll(json, entries);
        json.Write("]}"u8);
    });

    private void WelcomeBody(ArrayBufferWriter<byte> json, ClassActor who, long through, byte[]? state, TailEntry[] entries)
    {
        json.Write(Encoding.UTF8.GetBytes(
            $"{{\"through\":{through},\"serverNow\":\"{clock.GetCurrentInstant()}\",\"personId\":\"{who.PersonId}\",\"role\":{JsonSerializer.Serialize(who.Role, ClassJson.Options)},\"state\":"));
        json.Write(state ?? "null"u8);
        json.Write(",\"events\":["u8);
        WriteAll(json, entries);
        json.Write("]}"u8);
    }

    private static void WriteAll(ArrayBufferWriter<byte> json, TailEntry[] entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (i > 0) json.Write(","u8);
            json.Write(entries[i].Json);
        }
    }

    private static SerializedHubMessage Write(string target, Action<ArrayBufferWriter<byte>> body)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        json.Write(Encoding.UTF8.GetBytes($"{{\"type\":1,\"target\":\"{target}\",\"arguments\":["));
        body(json);
        json.Write("]}\u001e"u8);
        return new SerializedHubMessage([new SerializedMessage("json", json.WrittenMemory)]);
    }

    private sealed record Shared(long Through, TailEntry[] Entries, TailEntry[] Personal, SerializedHubMessage? Message);

    private sealed record Snapshot(long Through, int Redactions, byte[] State);
}
