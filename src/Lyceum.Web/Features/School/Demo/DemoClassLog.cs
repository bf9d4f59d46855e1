using System.Globalization;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>Plays a script through the rules of the class room, as if everybody had been there: what comes out is a log like any other.</summary>
public sealed class DemoClassLog(ClassScript script, OpenClass doors, IReadOnlyDictionary<string, Person> people)
{
    private readonly List<LoggedEvent> log = [];
    private readonly Dictionary<string, long> tags = [];
    private readonly HashSet<string> present = [];

    public ClassState State { get; private set; } = ClassState.Empty;
    public IReadOnlyList<LoggedEvent> Log => log;

    public void Play()
    {
        var starts = doors.PlannedStart;
        Do(doors, null, starts - ClassSession.UsualLobby);
        foreach (var (name, poll) in script.PollNames.Zip(State.Polls)) tags[name] = poll.Id;
        foreach (var step in script.Steps.Where(s => !s.IsLater)) Take(step, starts + Duration.FromTimeSpan(step.At));
    }

    /// <summary>What was done in the replay, each a while after the other; nothing of it lies in the future.</summary>
    public void PlayLater(IEnumerable<string> replayed, Instant from, Instant until)
    {
        var answers = from who in replayed
                      from poll in script.Polls.Zip(script.PollNames)
                      select new ClassStep(TimeSpan.Zero, who, "picks", $"{poll.Second} {poll.First.Correct[0] + 1}", true);
        var at = from;
        foreach (var step in answers.Concat(script.Steps.Where(s => s.IsLater)).TakeWhile(_ => at < until))
        {
            var offset = step.Verb == "picks" ? State.Polls.Single(p => p.Id == tags[step.Text.Split(' ')[0]]).OpenedMs : (long)step.At.TotalMilliseconds;
            Do(Command(step), Actor(step.Who), at, offset);
            if (step.Verb == "asks") tags[step.Text.Split(": ")[0]] = State.Questions[^1].Id;
            at += Duration.FromMinutes(7);
        }
    }

    private void Take(ClassStep step, Instant now)
    {
        if (step.Who == "the rest")
        {
            foreach (var (who, i) in Silent(tags[step.Text.Split(' ')[0]]).Select((who, i) => (who, i))) Do(Command(step), Actor(who), now + Duration.FromMilliseconds(600 * i));
            return;
        }
        // Whoever does something without having been written down as coming has come a moment before.
        if (present.Add(step.Who)) Do(new ConnectPerson("demo-" + step.Who), Actor(step.Who), now);
        if (step.Verb == "joins") return;
        Do(Command(step), Actor(step.Who), now);
        if (step.Verb == "leaves") present.Remove(step.Who);
        if (step.Verb == "asks") tags[step.Text.Split(": ")[0]] = State.Questions[^1].Id;
    }

    private List<string> Silent(long poll) =>
        [.. present.Where(who => Actor(who).Role == ClassRole.Student && !State.Polls.Single(p => p.Id == poll).Answers.ContainsKey(people[who].Id)).Order(StringComparer.Ordinal)];

    private ClassCommand Command(ClassStep step) => step.Verb switch
    {
        "leaves" => new DisconnectPerson("demo-" + step.Who),
        "starts" => new StartClass(),
        "ends" => new EndClass(),
        "says" => new PostChat(step.Text),
        "asks" => new AskQuestion(step.Text.Split(": ", 2)[1]),
        "votes" => new VoteQuestion(tags[step.Text]),
        "answers" => new StartAnswer(tags[step.Text]),
        "done" => new FinishAnswer(tags[step.Text]),
        "lost" => new MarkLost(),
        "chapter" => new StartChapter(step.Text),
        "slide" => new TurnSlide(int.Parse(step.Text, CultureInfo.InvariantCulture)),
        "shows" => new ShowFoundDeck(doors.Deck!),
        "opens" => new OpenPoll(tags[step.Text]),
        "picks" => new AnswerPoll(tags[step.Text.Split(' ')[0]], [int.Parse(step.Text.Split(' ')[1], CultureInfo.InvariantCulture) - 1]),
        "closes" => new ClosePoll(tags[step.Text]),
        "reveals" => new ShowPollResults(tags[step.Text]),
        "calls" => new LowerHand(people[step.Text].Id),
        "hand" => new RaiseHand(),
        _ => throw new InvalidDataException($"Nobody {step.Verb} in a class."),
    };

    private void Do(ClassCommand command, ClassActor? who, Instant now, long? replayOffset = null)
    {
        var decided = State.Decide(command, who, now, replayOffset);
        if (decided.IsRefused) throw new InvalidDataException($"{who?.Name} at {now}: {decided.Refusal.Message}");
        foreach (var (audience, happened) in decided.Value.Events.Select(e => (e.Audience, e.Event)))
        {
            var logged = new LoggedEvent(log.Count + 1, now, decided.Value.OffsetMs, audience, who?.PersonId, null, decided.Value.IsLate, happened);
            log.Add(logged);
            State = State.Apply(logged);
        }
    }

    private ClassActor Actor(string who) =>
        new(people[who].Id, people[who].Name, who switch { "amara" => ClassRole.Instructor, "elif" => ClassRole.Assistant, _ => ClassRole.Student });
}
