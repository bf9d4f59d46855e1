using System.Text;
using System.Text.RegularExpressions;

namespace Lyceum.Interop.Text;

/// <summary>
/// Text of unknown encoding: a byte order mark decides, then a charset that the text itself declares, then whether it is valid UTF-8,
/// and what is left is windows-1252, in which such files come. Line ends become \n.
/// </summary>
public static partial class ForeignText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static ForeignText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Guess(bytes), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Encoding Guess(byte[] bytes)
    {
        if (IsUtf8(bytes))
            return Encoding.UTF8;
        var declared = Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048))).Groups["name"].Value;
        return declared.Length > 0 && Known(declared) is { } encoding ? encoding : Encoding.GetEncoding(1252);
    }

    // UTF-16 and UTF-32 announce themselves by a mark; a page that claims them in its own text cannot mean it (WHATWG HTML 13.2.3.2).
    private static Encoding? Known(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.IsSingleByte ? encoding : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex("charset=[\"']?(?<name>[A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
