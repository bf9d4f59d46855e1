using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Apply, for sound and picture; the browser has the same in client/class/media/apply.ts.</summary>
internal static class MediaReducer
{
    /// <summary>Between two stretches of one voice: less is a breath, not a silence.</summary>
    public const long BreathMs = 700;

    public static RoomMedia? Apply(this RoomMedia media, SeenEvent seen, Guid actor) => seen.Event switch
    {
        TurnedOn e => media.With(actor, on => on.Contains(e.Source) ? on : on.Add(e.Source)),
        TurnedOff e => media.With(e.PersonId, on => on.Remove(e.Source)),
        MediaAllowed e => media with { Denied = e.IsAllowed ? media.Denied.Remove(e.Source) : [.. media.Denied.Remove(e.Source), e.Source] },
        PresenterNamed e => media with { Presenters = [.. media.Presenters.Remove(e.PersonId), e.PersonId] },
        PresenterDismissed e => media with { Presenters = media.Presenters.Remove(e.PersonId) },
        PersonPutForward e => media with { Forward = e.PersonId },
        CaptionWritten e => media with { Captions = media.Captions.Add(new(seen.Sequence, actor, seen.OffsetMs, e.Text) { Origin = e.Origin }) },
        CaptionedByMachine e => media with { IsCaptionedByMachine = e.IsOn },
        TrackBegan e => media with { Tracks = media.Tracks.Add(new(seen.Sequence, e.PersonId, e.Source, e.File, e.StartMs)) },
        TrackAligned e => media.WithTrack(e.TrackId, track => track with { StartMs = e.StartMs }),
        TrackEnded e => media.WithTrack(e.TrackId, track => track with { LengthMs = e.LengthMs, HasEnded = true }),
        VoicesHeard e => media with { Voices = e.Stretches.Aggregate(media.Voices, (voices, heard) => voices.SetItem(heard.Key, Join(voices.GetValueOrDefault(heard.Key, []), heard.Value))) },
        _ => null,
    };

    /// <summary>Whoever is gone sends nothing.</summary>
    public static RoomMedia Without(this RoomMedia media, Guid personId) => media with { On = media.On.Remove(personId) };

    private static RoomMedia With(this RoomMedia media, Guid personId, Func<ImmutableArray<MediaSource>, ImmutableArray<MediaSource>> change)
    {
        var on = change(media.On.GetValueOrDefault(personId, []));
        return media with { On = on.IsEmpty ? media.On.Remove(personId) : media.On.SetItem(personId, on) };
    }

    private static RoomMedia WithTrack(this RoomMedia media, long id, Func<RecordedTrack, RecordedTrack> change) =>
        media with { Tracks = [.. media.Tracks.Select(track => track.Id == id ? change(track) : track)] };

    private static ImmutableArray<long> Join(ImmutableArray<long> known, ImmutableArray<long> more)
    {
        if (more.IsEmpty) return known;
        return known.Length > 0 && more[0] - known[^1] < BreathMs ? [.. known.RemoveAt(known.Length - 1), .. more.RemoveAt(0)] : known.AddRange(more);
    }
}
