using System.Collections.Immutable;
using System.Text;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes;

/// <summary>
/// Polls as text, so that many can be typed or pasted at once: a line with the question, then a line for each option, after "-" or, where it is
/// right, after "*". An empty line ends a poll. "(several)" at the end of the question takes more than one answer.
/// </summary>
public static class PollText
{
    private const string Several = "(several)";

    public static IEnumerable<PreparePoll> Read(string? text)
    {
        foreach (var block in (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var options = lines.Skip(1).ToArray();
            var isSeveral = lines[0].EndsWith(Several, StringComparison.OrdinalIgnoreCase);
            yield return new PreparePoll(
                isSeveral ? lines[0][..^Several.Length].TrimEnd() : lines[0],
                [.. options.Select(o => o.TrimStart('-', '*').Trim())],
                [.. Enumerable.Range(0, options.Length).Where(i => options[i].StartsWith('*'))],
                isSeveral);
        }
    }

    public static string Write(ImmutableArray<PreparePoll> polls)
    {
        var text = new StringBuilder();
        foreach (var poll in polls)
        {
            text.Append(poll.Question).Append(poll.IsMultiple ? $" {Several}" : "").Append('\n');
            for (var i = 0; i < poll.Options.Length; i++) text.Append(poll.Correct.Contains(i) ? "* " : "- ").Append(poll.Options[i]).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd();
    }
}
