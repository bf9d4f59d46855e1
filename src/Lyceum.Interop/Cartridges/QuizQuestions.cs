using System.Xml.Linq;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Html;
using Lyceum.Interop.Questions;
using Lyceum.Interop.Questions.Qti;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Cartridges;

/// <summary>The questions of a cartridge's quiz, with those that it draws from the cartridge's question banks.</summary>
public static class QuizQuestions
{
    private static readonly QuestionFile None = new([], []);

    public static QuestionFile Of(CartridgeQuiz quiz, UnpackedArchive archive, FindHere findHere)
    {
        if (quiz.QuestionsPath is not { } path)
            return None with { Left = [new NotTaken(quiz.Title, "The cartridge holds no questions for this quiz.")] };
        if (archive.Find(path) is not { } file)
            return None;
        using var stream = archive.Open(file);
        var document = SafeXml.Read(stream, path);
        return document.IsRefused
            ? None with { Left = [new NotTaken(quiz.Title, document.Refusal.Message, document.Refusal.Arguments)] }
            : QtiQuestions.Read(document.Value, findHere, bank => Bank(archive, bank));
    }

    private static XDocument? Bank(UnpackedArchive archive, string identifier)
    {
        if (archive.Find($"non_cc_assessments/{identifier}.xml.qti") is not { } file)
            return null;
        using var stream = archive.Open(file);
        return SafeXml.Read(stream, file.Name).Match<XDocument?>(d => d, _ => null);
    }
}
