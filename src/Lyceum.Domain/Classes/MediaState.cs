using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Sound and picture of a class: who sends what, who may, what was recorded, who spoke when, what was captioned.</summary>
public sealed record RoomMedia
{
    public static RoomMedia Empty { get; } = new();

    /// <summary>What each person has turned on; nobody stands here with nothing.</summary>
    public ImmutableDictionary<Guid, ImmutableArray<MediaSource>> On { get; init; } = ImmutableDictionary<Guid, ImmutableArray<MediaSource>>.Empty;
    /// <summary>What students may not send.</summary>
    public ImmutableArray<MediaSource> Denied { get; init; } = [MediaSource.Screen];
    public ImmutableArray<Guid> Presenters { get; init; } = [];
    public Guid? Forward { get; init; }
    public ImmutableArray<RecordedTrack> Tracks { get; init; } = [];
    /// <summary>For each person offsets in pairs, from and until, in order.</summary>
    public ImmutableDictionary<Guid, ImmutableArray<long>> Voices { get; init; } = ImmutableDictionary<Guid, ImmutableArray<long>>.Empty;
    public ImmutableArray<ClassCaption> Captions { get; init; } = [];
    /// <summary>The school's recognizer is to caption the class.</summary>
    public bool IsCaptionedByMachine { get; init; }

    public bool IsOn(Guid personId, MediaSource source) => On.TryGetValue(personId, out var sources) && sources.Contains(source);
}

/// <summary>Known by the sequence of the event that began it. The length is null while it grows, or when nobody saw it end.</summary>
public sealed record RecordedTrack(long Id, Guid PersonId, MediaSource Source, string File, long StartMs)
{
    public long? LengthMs { get; init; }
    public bool HasEnded { get; init; }
}

/// <summary>What comes from a feed or a machine is nobody's: an empty id.</summary>
public sealed record ClassCaption(long Id, Guid PersonId, long OffsetMs, string Text)
{
    public CaptionOrigin Origin { get; init; }
}
