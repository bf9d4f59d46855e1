using System.Text.Json;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Data.Classes;

/// <summary>A row of a class's log; the event is JSON as <see cref="ClassJson"/> writes it.</summary>
public sealed class StoredClassEvent
{
    private StoredClassEvent() { }

    public Guid ClassId { get; private set; }
    public long Sequence { get; private set; }
    public Instant At { get; private set; }
    public long OffsetMs { get; private set; }
    public AudienceKind Audience { get; private set; }
    /// <summary>Ids divided by commas, for an audience of named people.</summary>
    public string? People { get; private set; }
    public Guid? ActorId { get; private set; }
    public string? Key { get; private set; }
    public bool IsLate { get; private set; }
    public string Event { get; private set; } = "";

    public static StoredClassEvent Of(Guid classId, LoggedEvent logged) => new()
    {
        ClassId = classId,
        Sequence = logged.Sequence,
        At = logged.At,
        OffsetMs = logged.OffsetMs,
        Audience = logged.Audience.Kind,
        People = logged.Audience.Kind == AudienceKind.People ? string.Join(',', logged.Audience.People) : null,
        ActorId = logged.ActorId,
        Key = logged.Key,
        IsLate = logged.IsLate,
        Event = JsonSerializer.Serialize(logged.Event, ClassJson.Options),
    };

    public LoggedEvent ToLogged() => new(
        Sequence, At, OffsetMs,
        Audience switch { AudienceKind.All => Domain.Classes.Audience.All, AudienceKind.Staff => Domain.Classes.Audience.Staff, AudienceKind.Hosts => Domain.Classes.Audience.Hosts, _ => Domain.Classes.Audience.Only((People ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)) },
        ActorId, Key, IsLate, Read());

    /// <summary>Leaves that something happened then, and nothing of what it was or who did it.</summary>
    public void Erase() => (ActorId, Event) = (null, JsonSerializer.Serialize<ClassEvent>(new Erased(), ClassJson.Options));

    // Before there was a word for what is erased, nobody's hand went down in its place.
    private ClassEvent Read() => JsonSerializer.Deserialize<ClassEvent>(Event, ClassJson.Options)! is var happened && happened is HandLowered { PersonId: var person } && person == Guid.Empty ? new Erased() : happened;

    /// <summary>Takes the words out and leaves the shell.</summary>
    public void Redact()
    {
        var shell = JsonSerializer.Deserialize<ClassEvent>(Event, ClassJson.Options)!.Redacted();
        Event = JsonSerializer.Serialize(shell, ClassJson.Options);
    }
}

/// <summary>A log folded up to a sequence: what staff see, and what everybody sees. One of another version is not used.</summary>
public sealed class ClassSnapshot
{
    /// <summary>Rises when the shape of <see cref="ClassState"/> changes.</summary>
    public const int CurrentVersion = 4;

    private ClassSnapshot() { }

    public Guid ClassId { get; private set; }
    public long Sequence { get; private set; }
    public int Version { get; private set; }
    public string Whole { get; private set; } = "";
    public string ForAll { get; private set; } = "";

    public static ClassSnapshot Of(Guid classId, ClassState whole, ClassState forAll)
    {
        var snapshot = new ClassSnapshot { ClassId = classId };
        snapshot.Replace(whole, forAll);
        return snapshot;
    }

    public void Replace(ClassState whole, ClassState forAll) => (Sequence, Version, Whole, ForAll) =
        (whole.Sequence, CurrentVersion, JsonSerializer.Serialize(whole, ClassJson.Options), JsonSerializer.Serialize(forAll, ClassJson.Options));

    public static ClassState Read(string json) => JsonSerializer.Deserialize<ClassState>(json, ClassJson.Options)!;
}
