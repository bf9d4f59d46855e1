using System.Text;
using Lyceum.Domain;

namespace Lyceum.Interop.Captions;

/// <summary>A cue; its times are counted from the beginning of its text, which is whenever its author began.</summary>
public sealed record WebVttCue(TimeSpan Starts, TimeSpan Ends, string Text);

/// <summary>
/// Reads WebVTT (https://www.w3.org/TR/webvtt1/) while it is still being written: a cue is given when the empty line behind it has come, or the
/// next cue. Comments, styles and regions are passed over, and so is what is no cue.
/// </summary>
public sealed class WebVtt(Stream content)
{
    private const int LongestLine = 4_000, LongestCue = 4_000;
    private readonly BoundedLines lines = new(content, LongestLine);
    private readonly StringBuilder payload = new();
    private (TimeSpan Starts, TimeSpan Ends)? times;
    private bool hasBegun, isPassingOver;

    public static Refusal NotWebVtt { get; } = Refusal.Invalid("This is no WebVTT: its first line has to be WEBVTT.");
    public static Refusal TooLong { get; } = Refusal.Invalid("A line or a cue of this is too long for captions.");

    /// <summary>Why it was not read to its end; null while all is well.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The next cue that says something; null at the end, or where it cannot be read on.</summary>
    public async ValueTask<WebVttCue?> Next(CancellationToken ct)
    {
        while (Refusal is null && await lines.Next(ct) is { } line)
        {
            if (!hasBegun) Begin(line);
            else if (Take(line) is { } cue) return cue;
        }
        if (lines.IsTooLong) Refusal ??= TooLong;
        if (!hasBegun) Refusal ??= NotWebVtt;
        return Refusal is null ? Finish() : null;
    }

    // The signature, and behind it a header that ends with an empty line.
    private void Begin(string line)
    {
        (hasBegun, isPassingOver) = (true, true);
        var signature = line.TrimStart('\uFEFF');
        if (!signature.StartsWith("WEBVTT", StringComparison.Ordinal) || (signature.Length > 6 && signature[6] is not (' ' or '\t'))) Refusal = NotWebVtt;
    }

    private WebVttCue? Take(string line)
    {
        if (line.Contains("-->", StringComparison.Ordinal))
        {
            var before = Finish();
            times = CueTime.Parse(line);
            isPassingOver = times is null;
            return before;
        }
        if (line.Length == 0)
        {
            isPassingOver = false;
            return Finish();
        }
        // Without times before it, it is a cue's name or the beginning of a comment.
        if (isPassingOver || times is null) isPassingOver |= IsOfNoCue(line);
        else if (payload.Length + line.Length > LongestCue) Refusal = TooLong;
        else payload.Append(line).Append('\n');
        return null;
    }

    private static bool IsOfNoCue(string line) => line.StartsWith("NOTE", StringComparison.Ordinal) || line.StartsWith("STYLE", StringComparison.Ordinal) || line.StartsWith("REGION", StringComparison.Ordinal);

    private WebVttCue? Finish()
    {
        var text = times is null ? "" : CueText.Plain(payload.ToString());
        var cue = text.Length > 0 ? new WebVttCue(times!.Value.Starts, times.Value.Ends, text) : null;
        (times, _) = (null, payload.Clear());
        return cue;
    }
}
