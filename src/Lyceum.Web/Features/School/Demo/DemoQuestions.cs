using System.Globalization;
using System.Text.RegularExpressions;
using Lyceum.Domain;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>A question with what the demo's students write where an essay is asked: the points it gets, and the text.</summary>
public sealed record DemoQuestion(decimal Points, QuestionContent Content, IReadOnlyList<(decimal Points, string Text)> Essays);

/// <summary>
/// Reads the questions of a quiz page. Each begins with "## points"; the kind follows from the marks of its lines:
/// (x) and ( ) one choice, [x] and [ ] several, T and F with a star on the truth, "= text" and "# number ± tolerance" typed,
/// "item => option" and "-> distractor" matching, "essay". What follows // is said on that answer, "@ 0.5" is its credit.
/// </summary>
public static partial class DemoQuestions
{
    /// <summary>What stands before the first question, and the questions.</summary>
    public static (string Intro, IReadOnlyList<DemoQuestion> Questions) Read(DemoPage page)
    {
        var parts = QuestionStart().Split(page.Body);
        var questions = parts.Skip(1).Chunk(2).Select(pair => Question(decimal.Parse(pair[0], CultureInfo.InvariantCulture), pair[1])).ToList();
        return (parts[0].Trim(), questions);
    }

    private static DemoQuestion Question(decimal points, string text)
    {
        var lines = text.Trim().Split('\n');
        var first = Array.FindIndex(lines, line => AnswerLine().IsMatch(line));
        var prompt = RichText.Markdown(string.Join('\n', lines[..first]).Trim());
        var answers = lines[first..].Where(line => line.Length > 0).Select(DemoAnswer.Read).ToList();
        var content = Content(prompt, answers) with { Feedback = General(answers) };
        return new DemoQuestion(points, content, [.. answers.Where(a => a.Mark == "sample").Select(a => (a.Credit, a.Text))]);
    }

    private static QuestionContent Content(RichText prompt, List<DemoAnswer> answers) => answers[0].Mark switch
    {
        "(x)" or "( )" => new SingleChoice(prompt, Choices(answers, "(x)")),
        "[x]" or "[ ]" => new MultipleChoice(prompt, MultipleChoice.EvenShares(Choices(answers, "[x]"))),
        "T" or "T*" or "F" or "F*" => new TrueFalse(prompt, answers.Any(a => a.Mark == "T*"))
        {
            FeedbackOnTrue = answers.Find(a => a.Mark[0] == 'T')?.Said,
            FeedbackOnFalse = answers.Find(a => a.Mark[0] == 'F')?.Said,
        },
        "=" => new ShortAnswer(prompt, [.. answers.Where(a => a.Mark == "=").Select(a => new AcceptedText(a.Text, a.Credit, a.Said))]),
        "#" => new Numeric(prompt, [.. answers.Where(a => a.Mark == "#").Select(a => new AcceptedNumber(Range(a.Text), a.Credit, a.Said))])
        {
            Unit = answers.Find(a => a.Mark == "unit")?.Text,
        },
        "=>" => Matching(prompt, answers),
        "essay" => new Essay(prompt),
        var mark => throw new InvalidDataException($"No kind of question has lines with {mark}."),
    };

    private static List<Choice> Choices(List<DemoAnswer> answers, string right) =>
        [.. answers.Where(a => a.Mark[0] is '(' or '[').Select((a, i) => new Choice(((char)('a' + i)).ToString(), RichText.Markdown(a.Text), a.Mark == right ? 1 : 0, a.Said))];

    private static NumberRange Range(string text)
    {
        var (isBetween, parts) = (text.Contains("..", StringComparison.Ordinal), text.Split(["..", "±"], StringSplitOptions.None));
        return isBetween ? new NumberBetween(Number(parts[0]), Number(parts[1])) : new NumberNear(Number(parts[0]), Number(parts[1]));
    }

    private static decimal Number(string text) => decimal.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private static Matching Matching(RichText prompt, List<DemoAnswer> answers)
    {
        var pairs = answers.Where(a => a.Mark == "=>").Select(a => a.Text.Split(" => ")).ToList();
        var options = pairs.Select(pair => pair[1]).Concat(answers.Where(a => a.Mark == "->").Select(a => a.Text)).Distinct().Order(StringComparer.Ordinal).ToList();
        var known = options.Select((option, i) => new MatchOption("o" + i, option)).ToList();
        return new Matching(prompt, [.. pairs.Select((pair, i) => new MatchItem("i" + i, RichText.Markdown(pair[0]), known.Single(o => o.Text == pair[1]).Id))], known);
    }

    private static Feedback General(List<DemoAnswer> answers)
    {
        RichText? Of(string mark) => answers.Find(a => a.Mark == mark) is { } said ? RichText.Markdown(said.Text) : null;
        return new Feedback(Of("right"), Of("partly"), Of("wrong"), Of("always"));
    }

    [GeneratedRegex(@"^## (\d+)\n", RegexOptions.Multiline)]
    private static partial Regex QuestionStart();

    [GeneratedRegex(@"^(?:\([x ]\) |\[[x ]\] |[TF]\*? //|= |# |essay$|.+ => )")]
    private static partial Regex AnswerLine();
}

/// <summary>One line under a question: its mark, the text, the credit and what is said on it.</summary>
internal sealed record DemoAnswer(string Mark, string Text, decimal Credit, RichText? Said)
{
    private static readonly string[] Marks =
        ["(x)", "( )", "[x]", "[ ]", "T*", "T", "F*", "F", "->", "=", "#", "essay", "unit:", "right:", "partly:", "wrong:", "always:", "sample"];

    public static DemoAnswer Read(string line)
    {
        var (answer, said) = Cut(line, " // ");
        var isPair = answer.Contains(" => ", StringComparison.Ordinal);
        var mark = isPair ? "=>" : Array.Find(Marks, m => answer == m || answer.StartsWith(m + " ", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"Under a question stands: {line}");
        var (text, credit) = Cut(isPair ? answer : answer[mark.Length..].Trim(), " @ ");
        if (mark == "sample") (credit, text) = Cut(text, ": ");
        return new(mark.TrimEnd(':'), text!, credit is null ? 1 : decimal.Parse(credit, CultureInfo.InvariantCulture), said is null ? null : RichText.Markdown(said));
    }

    private static (string Before, string? After) Cut(string text, string at) => text.Split(at, 2) is [var before, var after] ? (before, after) : (text, null);
}
