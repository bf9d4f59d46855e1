using System.Text;

namespace Lyceum.Domain.Quizzes;

/// <summary>Does a typed text fit an accepted one with stars? Time grows with pattern × text, never faster: students choose the text.</summary>
internal static class TextPattern
{
    private const int AnyRun = -1;

    internal static bool Fits(string pattern, string typed, bool caseSensitive)
    {
        var symbols = Symbols(Fold(pattern, caseSensitive));
        var text = Fold(typed, caseSensitive);
        int at = 0, here = 0, starAt = -1, resumeAt = 0;
        while (here < text.Length)
        {
            if (at < symbols.Count && symbols[at] == text[here]) (at, here) = (at + 1, here + 1);
            else if (at < symbols.Count && symbols[at] == AnyRun) (starAt, resumeAt, at) = (at, here, at + 1);
            else if (starAt >= 0) (at, here, resumeAt) = (starAt + 1, resumeAt + 1, resumeAt + 1);
            else return false;
        }
        while (at < symbols.Count && symbols[at] == AnyRun) at++;
        return at == symbols.Count;
    }

    private static List<int> Symbols(string pattern)
    {
        var symbols = new List<int>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var escapes = pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '*' or '\\';
            if (escapes && i + 1 < pattern.Length) symbols.Add(pattern[++i]);
            else symbols.Add(pattern[i] == '*' ? AnyRun : pattern[i]);
        }
        return symbols;
    }

    private static string Fold(string text, bool caseSensitive)
    {
        var oneSpaced = string.Join(' ', Composed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return caseSensitive ? oneSpaced : oneSpaced.ToUpperInvariant();
    }

    // Half a surrogate pair, which a broken client can send, makes Normalize throw; such a text is compared as it is.
    private static string Composed(string text) => IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
