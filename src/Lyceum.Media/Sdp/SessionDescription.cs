using System.Diagnostics.CodeAnalysis;

namespace Lyceum.Media.Sdp;

/// <summary>
/// A session description as lines (RFC 8866 §5), read without opinion; what WebRTC needs of it is asked of <see cref="MediaSection"/>.
/// Any text may be given: a problem is answered, never thrown, and sizes are bounded.
/// </summary>
public sealed class SessionDescription
{
    public const int MaxLength = 256 * 1024, MaxSections = 256, MaxAttributes = 20_000;

    private SessionDescription(SdpAttributes attributes, IReadOnlyList<MediaSection> media) => (Attributes, Media) = (attributes, media);

    public SdpAttributes Attributes { get; }
    public IReadOnlyList<MediaSection> Media { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out SessionDescription? description, [NotNullWhen(false)] out string? problem)
    {
        description = null;
        problem = text.Length > MaxLength ? "The session description is too long." : null;
        if (problem is not null) return false;
        var session = new SdpAttributes();
        var sections = new List<MediaSection>();
        var current = session;
        int count = 0, lines = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            if (raw.IsEmpty) continue;
            if (raw.Length < 2 || raw[1] != '=') problem = "A line is not of the form x=value.";
            else if (lines++ == 0 && !raw.SequenceEqual("v=0")) problem = "The description does not begin with v=0.";
            else if (raw[0] == 'a' && ++count > MaxAttributes) problem = "There are too many attributes.";
            else if (raw[0] == 'a') current.Add(raw[2..]);
            else if (raw[0] == 'm')
            {
                if (sections.Count == MaxSections) problem = "There are too many media sections.";
                else if (MediaSection.TryParse(raw[2..], session) is not { } section) problem = "A media line is malformed.";
                else
                {
                    sections.Add(section);
                    current = section.Attributes;
                }
            }
            if (problem is not null) return false;
        }
        if (lines == 0) problem = "The description is empty.";
        else description = new SessionDescription(session, sections);
        return problem is null;
    }
}
