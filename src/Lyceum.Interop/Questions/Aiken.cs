using System.Text.RegularExpressions;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Html;

namespace Lyceum.Interop.Questions;

/// <summary>
/// Aiken: a question in one or more lines, options "A) …" or "A. …", then "ANSWER: A". All of it is plain text.
/// A question that is broken is left with a sentence, and reading goes on with the next.
/// </summary>
public static partial class Aiken
{
    private sealed class Draft
    {
        public List<string> Prompt { get; } = [];
        public List<(string Letter, string Text)> Options { get; } = [];
        public bool IsEmpty => Prompt.Count == 0 && Options.Count == 0;
        public string Title => Prompt.Count > 0 ? Prompt[0] : Options.Count > 0 ? Options[0].Text : "";
    }

    public static bool Looks(string text) => AnswerLine().IsMatch(text) && !text.Contains('{');

    public static QuestionFile Read(string text)
    {
        var collector = new QuestionCollector();
        var draft = new Draft();
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
            if (AnswerLine().Match(line) is { Success: true } answer)
            {
                Finish(draft, answer.Groups["letter"].Value.ToUpperInvariant(), $"aiken-{++number}", collector);
                draft = new Draft();
            }
            else if (OptionLine().Match(line) is { Success: true } option)
                draft.Options.Add((option.Groups["letter"].Value, option.Groups["text"].Value));
            else
                draft = Prompted(draft, line, collector);
        Abandon(draft, collector);
        return collector.Collected;
    }

    private static Draft Prompted(Draft draft, string line, QuestionCollector collector)
    {
        if (draft.Options.Count > 0)
        {
            Abandon(draft, collector);
            draft = new Draft();
        }
        draft.Prompt.Add(line);
        return draft;
    }

    private static void Abandon(Draft draft, QuestionCollector collector)
    {
        if (!draft.IsEmpty)
            collector.Leave(draft.Title, "No line says which answer is right (ANSWER: and a letter).");
    }

    private static void Finish(Draft draft, string letter, string identifier, QuestionCollector collector)
    {
        if (draft.Options.All(o => o.Letter != letter))
            collector.Leave(draft.Title, "The line ANSWER: names no option of this question.");
        else
            collector.Take(identifier, draft.Title, 1, new SingleChoice(Plain(string.Join('\n', draft.Prompt)),
                [.. draft.Options.Select(o => new Choice(o.Letter, Plain(o.Text), o.Letter == letter ? 1 : 0))]));
    }

    private static RichText Plain(string text) => RichText.CleanHtml(PlainText.ToHtml(text));

    [GeneratedRegex(@"^\s*ANSWER:\s*(?<letter>[^\r\n]*?)\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"\A(?<letter>[A-Z])[.)]\s*(?<text>\S.*)\z")]
    private static partial Regex OptionLine();
}
