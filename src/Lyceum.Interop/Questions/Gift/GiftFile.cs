namespace Lyceum.Interop.Questions.Gift;

/// <summary>
/// A GIFT file (the format of Moodle): questions separated by empty lines, each "::name::[format]prompt {answers} rest of the prompt".
/// Comment lines and categories are passed over. A question that is broken is left with a sentence.
/// </summary>
public static class GiftFile
{
    private const string Gap = "_____";

    public static QuestionFile Read(string text)
    {
        var collector = new QuestionCollector();
        var number = 0;
        foreach (var block in Blocks(text))
            Take(block, $"gift-{++number}", collector);
        return collector.Collected;
    }

    private static IEnumerable<string> Blocks(string text)
    {
        var kept = text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && !l.TrimStart().StartsWith("$CATEGORY:", StringComparison.Ordinal));
        var block = new List<string>();
        foreach (var line in kept.Append(""))
            if (line.Trim().Length > 0)
                block.Add(line.TrimEnd());
            else if (block.Count > 0)
            {
                yield return string.Join('\n', block);
                block.Clear();
            }
    }

    private static void Take(string block, string identifier, QuestionCollector collector)
    {
        var (name, text) = Named(GiftText.Escape(block).Trim());
        var (open, close) = (text.IndexOf('{'), text.IndexOf('}'));
        var title = name ?? Shortened(GiftText.Plain(open < 0 ? text : text[..open], "moodle"));
        if (open < 0 && close < 0)
            collector.Leave(title, "This has no answers in braces, so it is text and not a question.");
        else if (open < 0 || close < open || text.IndexOf('{', open + 1) is var second && second >= 0 && second < close)
            collector.Leave(title, "The braces around the answers do not match.");
        else
            Take(identifier, title, Prompt(text, open, close), text[(open + 1)..close].Trim(), collector);
    }

    private static void Take(string identifier, string title, string prompt, string answers, QuestionCollector collector)
    {
        var content = GiftQuestion.Read(prompt, answers);
        if (content.IsRefused)
            collector.Leave(title, content.Refusal.Message, content.Refusal.Arguments);
        else
            collector.Take(identifier, title, 1, content.Value);
    }

    /// <summary>Where text follows the answers, they stood in a gap of the sentence.</summary>
    private static string Prompt(string text, int open, int close)
    {
        var (before, after) = (text[..open].TrimEnd(), text[(close + 1)..]);
        return after.Trim().Length == 0 ? before : $"{before} {Gap}{after}";
    }

    private static (string? Name, string Text) Named(string text)
    {
        var end = text.StartsWith("::", StringComparison.Ordinal) ? text.IndexOf("::", 2, StringComparison.Ordinal) : -1;
        return end < 0 ? (null, text) : (Shortened(GiftText.Unescape(text[2..end])), text[(end + 2)..].Trim());
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
