using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Where a line of captions comes from: a person in the room who types, a captioner's own program, or a machine that listens.</summary>
public enum CaptionOrigin { Typed, Feed, Machine }

/// <summary>A line of captions; of a feed or a machine it has no actor.</summary>
public sealed record CaptionWritten(string Text, CaptionOrigin Origin = CaptionOrigin.Typed) : ClassEvent;

/// <summary>Whether the school's recognizer listens to the class and captions it.</summary>
public sealed record CaptionedByMachine(bool IsOn) : ClassEvent;

/// <summary>A line of captions, typed by whoever captions the class.</summary>
public sealed record WriteCaption(string Text) : ClassCommand;

public sealed record CaptionByMachine(bool IsOn) : ClassCommand;

/// <summary>A line that came in from outside the room: from a feed, or from the recognizer.</summary>
public sealed record BringCaption(string Text, CaptionOrigin Origin) : ServerCommand;

public static class CaptionRules
{
    public const int LongestCaption = 400;

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command) => command switch
    {
        WriteCaption c => Text(c.Text, LongestCaption).Match(text => Happened(new CaptionWritten(text)), refusal => refusal),
        CaptionByMachine c => state.Media.IsCaptionedByMachine == c.IsOn ? Nothing : Happened(new CaptionedByMachine(c.IsOn)),
        BringCaption c => state.Phase switch
        {
            ClassPhase.Closed => ClassRefusals.DoorsClosed,
            ClassPhase.Ended => ClassRefusals.HasEnded,
            _ => Happened([.. Pieces(c.Text).Select(piece => ForAll(new CaptionWritten(piece, c.Origin)))]),
        },
        _ => NotHere,
    };

    /// <summary>As many lines as it takes, cut between words where there are any.</summary>
    internal static IEnumerable<string> Pieces(string text)
    {
        var left = text.Trim();
        while (left.Length > LongestCaption)
        {
            var space = left.LastIndexOf(' ', LongestCaption);
            var cut = space > 0 ? space : char.IsHighSurrogate(left[LongestCaption - 1]) ? LongestCaption - 1 : LongestCaption;
            yield return left[..cut].TrimEnd();
            left = left[cut..].TrimStart();
        }
        if (left.Length > 0) yield return left;
    }
}
