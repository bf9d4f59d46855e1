using System.Text;

namespace Lyceum.Interop.Captions;

/// <summary>
/// The lines of a text in UTF-8 as they come, however slowly: each is given as soon as its end has arrived. Lines end with LF, CR or both
/// (WebVTT §4.1); what is no UTF-8 becomes U+FFFD.
/// </summary>
internal sealed class BoundedLines(Stream content, int longestLine)
{
    private readonly Decoder decoder = new UTF8Encoding(false).GetDecoder();
    private readonly byte[] bytes = new byte[4096];
    private readonly char[] letters = new char[4096 + 1];
    private readonly StringBuilder line = new();
    private int at, end;
    private bool isAfterReturn, hasEnded;

    /// <summary>A line was longer than any can be: there will be no more.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Null at the end.</summary>
    public async ValueTask<string?> Next(CancellationToken ct)
    {
        while (!IsTooLong)
        {
            while (at < end && !IsTooLong)
                if (Take(letters[at++]) is { } whole) return whole;
            if (hasEnded) return line.Length > 0 ? Cut() : null;
            var count = await content.ReadAsync(bytes, ct);
            hasEnded = count == 0;
            (at, end) = (0, decoder.GetChars(bytes.AsSpan(0, count), letters, flush: hasEnded));
        }
        return null;
    }

    private string? Take(char letter)
    {
        var isSecondOfPair = isAfterReturn && letter == '\n';
        isAfterReturn = letter == '\r';
        if (isSecondOfPair) return null;
        if (letter is '\n' or '\r') return Cut();
        if (line.Length >= longestLine) IsTooLong = true;
        else line.Append(letter);
        return null;
    }

    private string Cut()
    {
        var whole = line.ToString();
        line.Clear();
        return whole;
    }
}
