using Lyceum.Domain;
using Lyceum.Interop.Questions.Gift;
using Lyceum.Interop.Questions.Qti;
using Lyceum.Interop.Text;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Questions;

/// <summary>Reads a file of questions in whichever of the known formats it is: QTI 1.2, Aiken or GIFT.</summary>
public static class ReadQuestions
{
    public const int Longest = 8 << 20;

    public static Outcome<QuestionFile> From(byte[] bytes, string name)
    {
        if (bytes.Length > Longest)
            return Refusal.Invalid("This file is larger than any file of questions.", "file");
        var text = ForeignText.Decode(bytes);
        if (text.Contains('\0'))
            return Refusal.Invalid("This file holds no text. Questions come as GIFT, Aiken or QTI 1.2.", "file");
        var file = text.TrimStart().StartsWith('<') ? Qti(bytes, name) : Aiken.Looks(text) ? Aiken.Read(text) : GiftFile.Read(text);
        return file.IsRefused || file.Value.Questions.Count + file.Value.Left.Count > 0 ? file
            : Refusal.Invalid("No question was found in this file. Questions come as GIFT, Aiken or QTI 1.2.", "file");
    }

    private static Outcome<QuestionFile> Qti(byte[] bytes, string name)
    {
        var document = SafeXml.Read(new MemoryStream(bytes), name);
        return document.IsRefused ? document.Refusal : QtiQuestions.Read(document.Value, static _ => null, static _ => null);
    }
}
