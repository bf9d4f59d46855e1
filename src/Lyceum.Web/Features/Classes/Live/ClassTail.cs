using System.Text.Json;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// The end of a class's log in memory, each event already as it travels, and what it all adds up to. The mailbox alone writes to it;
/// everybody who sends reads it.
/// </summary>
public sealed class ClassTail
{
    private readonly Lock gate = new();
    private readonly List<TailEntry> entries = [];
    private readonly Dictionary<Guid, List<TailEntry>> personal = [];
    private EditedReplay? edited;
    private List<TailEntry> whole = [];

    public ClassTail(ClassState whole, ClassState forAll, IEnumerable<LoggedEvent> personal, IEnumerable<LoggedEvent> later)
    {
        (Whole, ForAll, First, Last) = (whole, forAll, whole.Sequence, whole.Sequence);
        foreach (var logged in personal) Remember(new TailEntry(logged));
        foreach (var logged in later) Append([logged]);
    }

    /// <summary>Everything: what staff see, and what commands are decided on.</summary>
    public ClassState Whole { get; private set; }
    public ClassState ForAll { get; private set; }
    /// <summary>Memory begins after this sequence.</summary>
    public long First { get; }
    public long Last { get; private set; }
    /// <summary>Rises whenever words are taken out of what was already there.</summary>
    public int Redactions { get; private set; }

    /// <summary>Whether not everybody sees what is in the log.</summary>
    public bool IsEditedFor(ClassSight sight) => sight != ClassSight.Staff && edited is not null;

    /// <summary>From now on students get the class as it was edited. <paramref name="log"/> is all of it, as far as it has been read.</summary>
    public void Edit(EditedReplay replay, IReadOnlyList<LoggedEvent> log)
    {
        lock (gate)
        {
            (edited, whole) = (replay, [.. log.Select(e => new TailEntry(e))]);
            foreach (var entry in entries.Where(e => e.Logged.Sequence > log.Count)) Follow(entry);
        }
    }

    /// <summary>The class from its beginning, as it was edited, for somebody who is no staff.</summary>
    public TailEntry[] EditedFor(ClassActor who)
    {
        lock (gate) return Shown(whole, who);
    }

    public TailEntry[] Shown(IEnumerable<TailEntry> some, ClassActor who)
    {
        lock (gate)
            return [.. some.Where(e => e.Logged.Audience.Includes(who.PersonId, ClassSight.Own)).Select(e => edited!.Show(e.Logged, who.PersonId)).OfType<LoggedEvent>().Select(e => new TailEntry(e))];
    }

    private void Follow(TailEntry entry)
    {
        edited?.Follow(entry.Logged);
        if (edited is not null) whole.Add(entry);
    }

    public void Append(IReadOnlyList<LoggedEvent> events)
    {
        lock (gate)
        {
            foreach (var logged in events)
            {
                Whole = Whole.Apply(logged);
                if (logged.Audience.Kind == AudienceKind.All) ForAll = ForAll.Apply(logged);
                var entry = new TailEntry(logged);
                entries.Add(entry);
                Follow(entry);
                Remember(entry);
                Last = logged.Sequence;
                Redact(logged);
            }
        }
    }

    /// <summary>All that lies after one sequence and up to another.</summary>
    public TailEntry[] Between(long after, long through)
    {
        lock (gate) return [.. entries.GetRange((int)(after - First), (int)(through - after))];
    }

    /// <summary>What staff, co-hosts or everybody see now, and as of which sequence.</summary>
    public (long Through, ClassState State) Snapshot(ClassSight sight)
    {
        lock (gate) return (Last, sight switch { ClassSight.Staff => Whole, ClassSight.CoHost => Whole.AsCoHostsSee(), _ => ForAll });
    }

    /// <summary>What is for this person by name, from the beginning of the class.</summary>
    public TailEntry[] PersonalOf(Guid personId, long through)
    {
        lock (gate) return [.. personal.GetValueOrDefault(personId, []).Where(e => e.Logged.Sequence <= through)];
    }

    private void Remember(TailEntry entry)
    {
        if (entry.Logged.Audience.Kind != AudienceKind.People) return;
        foreach (var person in entry.Logged.Audience.People)
        {
            if (!personal.TryGetValue(person, out var theirs)) personal[person] = theirs = [];
            theirs.Add(entry);
        }
    }

    private void Redact(LoggedEvent logged)
    {
        if (logged.RemovedSequence() is not { } removed) return;
        Redactions++;
        if (removed > First) entries[(int)(removed - First - 1)] = entries[(int)(removed - First - 1)].Redacted();
        if (edited is not null) whole[(int)removed - 1] = whole[(int)removed - 1].Redacted();
        foreach (var theirs in personal.Values)
            if (theirs.FindIndex(e => e.Logged.Sequence == removed) is >= 0 and var at) theirs[at] = theirs[at].Redacted();
    }
}

/// <summary>An event and its JSON as a participant gets it.</summary>
public sealed class TailEntry(LoggedEvent logged)
{
    public LoggedEvent Logged { get; } = logged;
    /// <summary>The shell that stays when its words are taken out.</summary>
    public TailEntry Redacted() => new(Logged with { Event = Logged.Event.Redacted() });

    public byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(logged.AsSeen(), ClassJson.Options);
}
