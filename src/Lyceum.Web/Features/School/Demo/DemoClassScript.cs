using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>One step of a class as it was written down: when, counted from the start, who, and what they do.</summary>
public sealed record ClassStep(TimeSpan At, string Who, string Verb, string Text, bool IsLater = false);

/// <summary>
/// A class page: polls ("poll name: question", then "* right" and "- other" options), an empty line, and a step a line:
/// "12:40 lucia says …"; with "later" in front it is done in the replay, there. A tag after asks, votes, opens, picks and so on names a
/// question or a poll; "the rest" picks for everybody who is there and has not.
/// </summary>
public sealed partial record ClassScript(IReadOnlyList<string> PollNames, ImmutableArray<PreparePoll> Polls, ImmutableArray<PlanSegment> Plan, IReadOnlyList<ClassStep> Steps)
{
    /// <summary>Between two people in one line ("picks spread 2: mei, jonas").</summary>
    private static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(1300);

    public static ClassScript Read(DemoPage page, IReadOnlyCollection<string> students)
    {
        var lines = page.Body.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var firstStep = lines.FindIndex(line => StepLine().IsMatch(line));
        var steps = firstStep < 0 ? [] : lines[firstStep..];
        var polls = PollsOf(firstStep < 0 ? lines : lines[..firstStep]);
        return new([.. polls.Select(p => p.Name)], [.. polls.Select(p => p.Poll)], [.. page["plan"].Split(" · ").Select(Segment)],
            [.. steps.SelectMany(line => StepsOf(line, students)).OrderBy(step => step.At)]);
    }

    private static PlanSegment Segment(string text)
    {
        var space = text.LastIndexOf(' ');
        return new PlanSegment(text[..space], int.Parse(text[space..], CultureInfo.InvariantCulture));
    }

    private static List<(string Name, PreparePoll Poll)> PollsOf(IReadOnlyList<string> lines)
    {
        var polls = new List<(string Name, PreparePoll Poll)>();
        foreach (var line in lines)
        {
            if (line.StartsWith("poll ", StringComparison.Ordinal))
            {
                var parts = line[5..].Split(": ", 2);
                polls.Add((parts[0], new PreparePoll(parts[1], [], [], false)));
                continue;
            }
            var (name, poll) = polls[^1];
            var correct = line[0] == '*' ? poll.Correct.Add(poll.Options.Length) : poll.Correct;
            polls[^1] = (name, poll with { Options = poll.Options.Add(line[2..]), Correct = correct });
        }
        return polls;
    }

    private static IEnumerable<ClassStep> StepsOf(string line, IReadOnlyCollection<string> students)
    {
        var match = StepLine().Match(line);
        if (!match.Success) throw new InvalidDataException($"No step of a class: {line}");
        var time = TimeSpan.ParseExact(match.Groups["time"].Value, @"mm\:ss", CultureInfo.InvariantCulture);
        var at = match.Groups["before"].Success ? -time : time;
        var later = match.Groups["later"].Success;
        var (who, verb, text) = (match.Groups["who"].Value, match.Groups["verb"].Value, match.Groups["text"].Value);
        if (match.Groups["who"].Value == "")
        {
            var (tag, names) = (text.Split(": ")[0], text.Split(": ")[1]);
            return names.Split(", ").Select((name, i) => new ClassStep(at + (i * Stagger), name, verb, tag));
        }
        var everybody = who.StartsWith("everybody but ", StringComparison.Ordinal) ? students.Except(who["everybody but ".Length..].Split(", ")) : who.Split(", ");
        return everybody.Select((name, i) => new ClassStep(at + (i * Stagger), name, verb is "join" ? "joins" : verb is "leave" ? "leaves" : verb, text, later));
    }

    [GeneratedRegex(@"^(?<later>later )?(?<before>-)?(?<time>\d\d:\d\d) (?:(?<verb>votes|picks)|(?<who>everybody but .+|[a-z.]+(?:, [a-z.]+)*) (?<verb>joins?|leaves?|starts|ends|says|asks|lost|chapter|slide|shows|votes|opens|closes|reveals|answers|done|calls|hand))(?: (?<text>.+))?$")]
    private static partial Regex StepLine();
}
