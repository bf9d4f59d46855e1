using Lyceum.Domain.Quizzes;

namespace Lyceum.Interop.Questions;

/// <summary>A question from elsewhere. <paramref name="Identifier"/> is unique within its file and the same whenever that is read again.</summary>
public sealed record ForeignQuestion(string Identifier, string Title, decimal Points, QuestionContent Content);

/// <summary>What a file of questions gave, in its order, and what of it could not be taken, each with one sentence.</summary>
public sealed record QuestionFile(IReadOnlyList<ForeignQuestion> Questions, IReadOnlyList<NotTaken> Left);

/// <summary>Collects questions while a file is read. What the rules of questions refuse is left, with the rules' own sentence.</summary>
internal sealed class QuestionCollector
{
    private readonly List<ForeignQuestion> questions = [];
    private readonly List<NotTaken> left = [];
    private readonly HashSet<string> identifiers = [];

    public QuestionFile Collected => new(questions, left);

    public void Leave(string subject, string message, params object[] arguments) => left.Add(new NotTaken(subject, message, arguments));

    public void Take(string identifier, string title, decimal points, QuestionContent content)
    {
        var asked = Question.Ask(Guid.Empty, 0, points, content);
        if (asked.IsRefused)
            Leave(title, asked.Refusal.Message, asked.Refusal.Arguments);
        else
            questions.Add(new ForeignQuestion(Unique(identifier), title, points, content));
    }

    /// <summary>Real files repeat identifiers; a number tells the later ones apart.</summary>
    private string Unique(string identifier)
    {
        var unique = identifier;
        for (var n = 2; !identifiers.Add(unique); n++)
            unique = $"{identifier}#{n}";
        return unique;
    }
}
