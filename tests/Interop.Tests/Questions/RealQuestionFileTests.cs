using Lyceum.Interop.Questions;

namespace Lyceum.Interop.Tests.Questions;

public sealed class RealQuestionFileTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Corpora.Names("questions", "gift/*"), .. Corpora.Names("questions", "aiken/*"),
        .. Corpora.Names("questions", "qti/*.xml"), .. Corpora.Names("questions", "qti/items_1.2/*.xml"), .. Corpora.Names("questions", "qti/mathml/*.xml")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_real_file_gives_questions_or_sentences(string name)
    {
        var path = Path.Combine(Corpora.Folder("questions"), name);
        var read = ReadQuestions.From(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), name);
        if (read.IsRefused)
        {
            output.WriteLine(string.Format(null, read.Refusal.Message, read.Refusal.Arguments));
            return;
        }
        foreach (var question in read.Value.Questions)
            output.WriteLine($"{question.Identifier} ({question.Points}) {question.Title}: {question.Content}");
        foreach (var left in read.Value.Left)
            output.WriteLine($"  - {left.Subject}: {string.Format(null, left.Message, left.Arguments)}");
        Assert.True(read.Value.Questions.Count + read.Value.Left.Count > 0);
    }
}
