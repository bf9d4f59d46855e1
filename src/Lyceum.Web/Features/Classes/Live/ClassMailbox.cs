using System.Threading.Channels;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// The only writer of one class: takes commands in order, decides, appends, and only then tells anybody. Commands that wait together are appended together.
/// </summary>
public sealed class ClassMailbox
{
    private const int Most = 256;
    private static readonly Refusal NotSaved = Refusal.Conflict("The school could not save this just now. Nothing was lost; try again.");
    private static readonly Refusal KeyOfAnother = Refusal.Conflict("This key was used by somebody else.");
    private readonly Channel<Letter> letters = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, SentKey> keys;
    private readonly Guid classId;
    private readonly ClassLog disk;
    private readonly IServiceScopeFactory scopes;
    private readonly IClock clock;
    private readonly ILogger log;

    public ClassMailbox(LoadedClass loaded, ClassLog disk, IServiceScopeFactory scopes, IClock clock, ILogger log)
    {
        (classId, this.disk, this.scopes, this.clock, this.log) = (loaded.Session.ActivityId, disk, scopes, clock, log);
        keys = loaded.Keys.ToDictionary(k => k.Key);
        Tail = new ClassTail(loaded.Whole, loaded.ForAll, loaded.Personal, loaded.Later);
        Running = Task.Run(Run);
    }

    public ClassTail Tail { get; }
    public Task Running { get; }

    /// <summary>After new events are durable and stand in the tail.</summary>
    public event Action? Appended;

    /// <summary>Completes when what came of it is durable, with the sequence of its first event, or with why not.</summary>
    public Task<Outcome<long>> Post(ClassCommand command, ClassActor? who, string? key = null, long? offsetMs = null)
    {
        var letter = new Letter(command, who, key, offsetMs);
        return letters.Writer.TryWrite(letter) ? letter.Answer.Task : Task.FromResult<Outcome<long>>(NotSaved);
    }

    /// <summary>Another node appended: read what it did.</summary>
    public void LookAgain() => letters.Writer.TryWrite(Letter.ToLookAgain);

    public void Stop() => letters.Writer.TryComplete();

    private async Task Run()
    {
        var group = new List<Letter>(Most);
        while (await letters.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < Most && letters.Reader.TryRead(out var letter)) group.Add(letter);
            try
            {
                if (group.RemoveAll(letter => letter == Letter.ToLookAgain) > 0) await CatchUp();
                await Handle(group);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The class {Class} could not be written to", classId);
                foreach (var letter in group) letter.Answer.TrySetResult(NotSaved);
            }
        }
    }

    private async Task Handle(List<Letter> group)
    {
        while (true)
        {
            var round = new Round(Tail, keys, clock.GetCurrentInstant());
            foreach (var letter in group) round.Take(letter);
            if (round.Events.Count > 0)
            {
                var appended = await disk.Append(classId, round.Events, round.Whole, round.ForAll, CancellationToken.None);
                if (appended.IsRefused)
                {
                    if (await CatchUp() == 0) throw new InvalidOperationException("The log on disk ends before the one in memory: the database was replaced under a running class.");
                    continue;
                }
                Publish(round.Events);
            }
            foreach (var (letter, outcome) in round.Answers) letter.Answer.TrySetResult(outcome);
            return;
        }
    }

    // Another node was quicker: its events come first, and these commands are decided anew.
    private async Task<int> CatchUp()
    {
        await using var scope = scopes.CreateAsyncScope();
        var missed = await ClassLog.ReadAfter(scope.ServiceProvider.GetRequiredService<SchoolDb>(), classId, Tail.Last, CancellationToken.None);
        if (missed.Count > 0) Publish(missed);
        return missed.Count;
    }

    private void Publish(IReadOnlyList<LoggedEvent> events)
    {
        Tail.Append(events);
        foreach (var logged in events)
            if (logged.Key is { } key) keys[key] = new SentKey(key, logged.ActorId, logged.Sequence);
        Appended?.Invoke();
    }

    private sealed class Letter(ClassCommand command, ClassActor? who, string? key, long? offsetMs)
    {
        public static readonly Letter ToLookAgain = new(new StartByClock(), null, null, null);

        public ClassCommand Command => command;
        public ClassActor? Who => who;
        public string? Key => key;
        public long? OffsetMs => offsetMs;
        public TaskCompletionSource<Outcome<long>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>One group of commands decided one after the other, each on what the one before came to.</summary>
    private sealed class Round(ClassTail tail, Dictionary<string, SentKey> keys, Instant now)
    {
        private readonly Dictionary<string, SentKey> own = [];

        public ClassState Whole { get; private set; } = tail.Whole;
        public ClassState ForAll { get; private set; } = tail.ForAll;
        public List<LoggedEvent> Events { get; } = [];
        public List<(Letter, Outcome<long>)> Answers { get; } = [];

        public void Take(Letter letter) => Answers.Add((letter, Decide(letter)));

        private Outcome<long> Decide(Letter letter)
        {
            if (letter.Key is { } key && (keys.TryGetValue(key, out var sent) || own.TryGetValue(key, out sent)))
                return sent.ActorId == letter.Who?.PersonId ? sent.Sequence : KeyOfAnother;
            var outcome = Whole.Decide(letter.Command, letter.Who, now, letter.OffsetMs);
            if (outcome.IsRefused) return outcome.Refusal;
            var first = Last + 1;
            foreach (var decided in outcome.Value.Events)
                Add(new LoggedEvent(Last + 1, now, outcome.Value.OffsetMs, decided.Audience, letter.Who?.PersonId, Last + 1 == first ? letter.Key : null, outcome.Value.IsLate, decided.Event));
            if (Last < first) return Last;
            if (letter.Key is { } used) own[used] = new SentKey(used, letter.Who?.PersonId, first);
            return first;
        }

        private long Last => Events.Count > 0 ? Events[^1].Sequence : tail.Last;

        private void Add(LoggedEvent logged)
        {
            Events.Add(logged);
            Whole = Whole.Apply(logged);
            if (logged.Audience.Kind == AudienceKind.All) ForAll = ForAll.Apply(logged);
        }
    }
}
