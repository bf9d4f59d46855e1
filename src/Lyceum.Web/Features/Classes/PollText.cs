using System.Collections.Immutable;
using System.Text;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes;

/// <summary>
/// Polls as text, so that many can be typed or pasted at once: a line with the question, then a line for each option, after "-" or, where it is
/// right, after "*". An empty line ends a poll. "(several)" at the end of the question takes more than one answer,
/// "(word)" a word of one's own, "(scale)" a step on a scale as long as the list of options.
/// </summary>
public static class PollText
{
    private const string Several = "(several)";
    private const string Scale = "(scale)";
    private const string Word = "(word)";

    public static IEnumerable<PreparePoll> Read(string? text)
    {
        foreach (var block in (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var options = lines.Skip(1).ToArray();
            var (question, kind, isSeveral) = QuestionOf(lines[0]);
            yield return new PreparePoll(
                question, [.. options.Select(o => o.TrimStart('-', '*').Trim())], [.. Enumerable.Range(0, options.Length).Where(i => options[i].StartsWith('*'))], isSeveral, kind);
        }
    }

    private static (string Question, PollKind Kind, bool IsSeveral) QuestionOf(string line)
    {
        (string Sign, PollKind Kind, bool IsSeveral)[] signs = [(Several, PollKind.Choice, true), (Scale, PollKind.Scale, false), (Word, PollKind.Word, false)];
        foreach (var (sign, kind, isSeveral) in signs)
            if (line.EndsWith(sign, StringComparison.OrdinalIgnoreCase)) return (line[..^sign.Length].TrimEnd(), kind, isSeveral);
        return (line, PollKind.Choice, false);
    }

    public static string Write(ImmutableArray<PreparePoll> polls)
    {
        var text = new StringBuilder();
        foreach (var poll in polls)
        {
            text.Append(poll.Question).Append(poll.IsMultiple ? $" {Several}" : poll.Kind switch { PollKind.Scale => $" {Scale}", PollKind.Word => $" {Word}", _ => "" }).Append('\n');
            for (var i = 0; i < poll.Options.Length; i++) text.Append(poll.Correct.Contains(i) ? "* " : "- ").Append(poll.Options[i]).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd();
    }
}
