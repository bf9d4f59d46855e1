using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>The kinds of questions in the order in which the editor offers them.</summary>
public static class QuestionKinds
{
    public static IEnumerable<(string Kind, string Name)> Named(Words words) =>
    [
        ("singleChoice", words["Single choice"]), ("multipleChoice", words["Multiple choice"]), ("trueFalse", words["True or false"]),
        ("shortAnswer", words["Short answer"]), ("numeric", words["Number"]), ("matching", words["Matching"]), ("essay", words["Essay"]),
    ];

    public static string NameOf(Words words, string kind) => Named(words).FirstOrDefault(named => named.Kind == kind).Name ?? "";
}
