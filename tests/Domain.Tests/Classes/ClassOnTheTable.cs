using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>A class without a server: commands go in, its log grows.</summary>
internal sealed class ClassOnTheTable
{
    public static readonly ClassActor Amara = new(Person(1), "Dr. Amara Okafor", ClassRole.Instructor);
    public static readonly ClassActor Elif = new(Person(2), "Elif Kaya", ClassRole.Assistant);
    public static readonly ClassActor Mei = new(Person(3), "Mei Tanaka", ClassRole.Student);
    public static readonly ClassActor Jonas = new(Person(4), "Jonas Weber", ClassRole.Student);
    public static readonly ClassActor Lucia = new(Person(5), "Lucía Fernández", ClassRole.Student);
    public static readonly ClassActor Ruth = new(Person(6), "Ruth Lindgren", ClassRole.Observer);
    public static readonly ImmutableArray<ClassActor> Cast = [Amara, Elif, Mei, Jonas, Lucia, Ruth];

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 17, 0);

    public static readonly PreparePoll SpreadPoll =
        new("You cut the sample from 120 to 30. What happens to the standard error?", ["It halves", "It doubles", "It stays as it is"], [1], false);

    public static readonly OpenClass Doors = new(
        "Sampling distributions", Start, Start + Duration.FromMinutes(75),
        [new("Recap", 8), new("Samples", 20), new("Limit theorem", 30), new("Questions", 17)],
        new(Person(90), "Sampling distributions.pdf"), [SpreadPoll]);

    public List<LoggedEvent> Log { get; } = [];
    public ClassState State { get; private set; } = ClassState.Empty;
    public Instant Now { get; private set; } = Start - Duration.FromMinutes(10);

    public static Guid Person(int number) => new($"0199a000-0000-7000-8000-{number:d12}");

    /// <summary>Open, with everybody in the room, and started on time.</summary>
    public static ClassOnTheTable Started()
    {
        var table = new ClassOnTheTable();
        table.Do(null, Doors);
        foreach (var person in Cast) table.Do(person, new ConnectPerson($"{person.Name}-1"));
        table.At(Start).Do(Amara, new StartClass());
        return table;
    }

    public static ClassOnTheTable Ended()
    {
        var table = Started();
        table.After(minutes: 75).Do(Amara, new EndClass());
        return table;
    }

    public ClassOnTheTable At(Instant instant)
    {
        Now = instant;
        return this;
    }

    public ClassOnTheTable After(int minutes = 0, int seconds = 0) => At(Now + Duration.FromSeconds(60 * minutes + seconds));

    public long Do(ClassActor? who, ClassCommand command, long? offset = null)
    {
        var outcome = Try(who, command, offset);
        return outcome.IsRefused ? throw new InvalidOperationException($"{command}: {outcome.Refusal.Message}") : State.Sequence;
    }

    public Outcome<Decision> Try(ClassActor? who, ClassCommand command, long? offset = null)
    {
        var outcome = State.Decide(command, who, Now, offset);
        if (outcome.IsRefused) return outcome;
        foreach (var decided in outcome.Value.Events)
        {
            var logged = new LoggedEvent(State.Sequence + 1, Now, outcome.Value.OffsetMs, decided.Audience, who?.PersonId, null, outcome.Value.IsLate, decided.Event);
            Log.Add(logged);
            State = State.Apply(logged);
        }
        return outcome;
    }

    public IEnumerable<LoggedEvent> SeenBy(ClassActor who) => Log.Where(e => e.Audience.Includes(who.PersonId, who.IsStaff));

    public static ClassState Fold(IEnumerable<LoggedEvent> log) => log.Aggregate(ClassState.Empty, (state, logged) => state.Apply(logged));

    public static JsonNode Json<T>(T value) => JsonSerializer.SerializeToNode(value, ClassJson.Options)!;

    public static T ThroughJson<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, ClassJson.Options), ClassJson.Options)!;
}
