using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Who may send what, and what of it is recorded.</summary>
public static class MediaRules
{
    public static Refusal NotAllowedNow { get; } = Refusal.Forbidden("The instructor has not allowed this to students now. Raise your hand to ask.");
    public static Refusal NotHere { get; } = new(RefusalKind.NotFound, "This person is not in the room.");

    public static Refusal NoSwitch { get; } = Refusal.Invalid("The sound of a screen comes and goes with the screen.");

    public static Refusal NotAgreed { get; } = Refusal.Forbidden("This class is recorded. Agree to that first, or stay without microphone and camera.");

    public static bool MaySend(this ClassState state, ClassActor who, MediaSource source) =>
        who.AgreesToRecording && who.Role != ClassRole.Observer && (state.Leads(who) || state.Media.Presenters.Contains(who.PersonId) || !state.Media.Denied.Contains(Switch(source)));

    /// <summary>Whether what this person sends may reach anybody.</summary>
    public static bool IsSent(this ClassState state, Guid personId, MediaSource source) => state.Phase is ClassPhase.Open or ClassPhase.Live && state.Media.IsOn(personId, Switch(source));

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        TurnOn { Source: MediaSource.ScreenSound } or TurnOff { Source: MediaSource.ScreenSound } or AllowMedia { Source: MediaSource.ScreenSound } => NoSwitch,
        TurnOn when !who.AgreesToRecording => NotAgreed,
        TurnOn c when !state.MaySend(who, c.Source) => NotAllowedNow,
        TurnOn c => state.Media.IsOn(who.PersonId, c.Source) ? Nothing : Happened(new TurnedOn(c.Source)),
        TurnOff c when c.PersonId != who.PersonId && !state.Leads(who) => ClassRefusals.NotYours,
        TurnOff c => state.Media.IsOn(c.PersonId, c.Source) ? Happened(new TurnedOff(c.PersonId, c.Source)) : Nothing,
        MuteStudents => Happened([.. Silenced(state, MediaSource.Microphone)]),
        AllowMedia c when state.Media.Denied.Contains(c.Source) != c.IsAllowed => Nothing,
        AllowMedia c => Happened([ForAll(new MediaAllowed(c.Source, c.IsAllowed)), .. c.IsAllowed ? [] : Silenced(state, c.Source)]),
        NamePresenter c when !state.People.ContainsKey(c.PersonId) => NotHere,
        NamePresenter c => state.Media.Presenters.Contains(c.PersonId) ? Nothing : Happened(new PresenterNamed(c.PersonId)),
        DismissPresenter c => Happened([.. Dismissed(state, c.PersonId)]),
        PutForward { PersonId: { } person } when !state.People.ContainsKey(person) => NotHere,
        PutForward c => state.Media.Forward == c.PersonId ? Nothing : Happened(new PersonPutForward(c.PersonId)),
        _ => CaptionRules.Decide(state, command),
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command) => command switch
    {
        BeginTrack c => state.StartedAt is null || Find(state, c.File) is not null ? Nothing : Happened(new TrackBegan(c.PersonId, c.Source, c.File, Place(state, c.At))),
        AlignTrack c => Find(state, c.File) is { } track && track.StartMs != Place(state, c.At) ? Happened(new TrackAligned(track.Id, Place(state, c.At))) : Nothing,
        EndTrack c => Find(state, c.File) is { HasEnded: false } track ? Happened(new TrackEnded(track.Id, c.LengthMs)) : Nothing,
        EndTracksBut c => Happened([.. state.Media.Tracks.Where(t => !t.HasEnded && !c.Files.Contains(t.File)).Select(t => ForAll(new TrackEnded(t.Id, null)))]),
        HearVoices c => c.Stretches.IsEmpty ? Nothing : Happened(new VoicesHeard(c.Stretches)),
        _ => CaptionRules.Decide(state, command),
    };

    // What is turned on and allowed: a screen brings its sound.
    private static MediaSource Switch(MediaSource source) => source == MediaSource.ScreenSound ? MediaSource.Screen : source;

    private static IEnumerable<DecidedEvent> Silenced(ClassState state, MediaSource source) =>
        from sending in state.Media.On
        where sending.Value.Contains(source) && IsStudent(state, sending.Key) && !(state.Media.Presenters.Contains(sending.Key) && source != MediaSource.Microphone)
        select ForAll(new TurnedOff(sending.Key, source));

    internal static ImmutableArray<DecidedEvent> Dismissed(ClassState state, Guid personId)
    {
        if (!state.Media.Presenters.Contains(personId)) return [];
        var ended = state.Media.On.GetValueOrDefault(personId, []).Where(state.Media.Denied.Contains).Select(source => ForAll(new TurnedOff(personId, source)));
        return [ForAll(new PresenterDismissed(personId)), .. ended];
    }

    // By the sender's clock a track may begin a little before the class did.
    private static long Place(ClassState state, Instant at) => (long)(at - state.StartedAt!.Value).TotalMilliseconds;

    private static RecordedTrack? Find(ClassState state, string file) => state.Media.Tracks.FirstOrDefault(t => t.File == file);

    private static bool IsStudent(ClassState state, Guid personId) => state.People.TryGetValue(personId, out var person) && person.Role is ClassRole.Student or ClassRole.Guest && !state.CoHosts.Contains(personId);
}
