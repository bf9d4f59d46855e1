using Lyceum.Domain.Classes;
using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

public class MediaRulesTests
{
    private readonly ClassOnTheTable table = Started();

    [Fact]
    public void A_student_may_speak_and_be_seen_but_shares_a_screen_only_when_allowed()
    {
        table.Do(Mei, new TurnOn(MediaSource.Microphone));
        table.Do(Mei, new TurnOn(MediaSource.Camera));
        Assert.Equal(MediaRules.NotAllowedNow, table.Try(Mei, new TurnOn(MediaSource.Screen)).Refusal);
        table.Do(Amara, new AllowMedia(MediaSource.Screen, true));
        table.Do(Mei, new TurnOn(MediaSource.Screen));
        Assert.True(table.State.IsSent(Mei.PersonId, MediaSource.ScreenSound));
    }

    [Fact]
    public void Whoever_does_not_agree_to_be_recorded_sends_nothing_whatever_they_are_named()
    {
        var silent = Mei with { AgreesToRecording = false };
        table.Do(Elif, new NamePresenter(Mei.PersonId));
        foreach (var source in new[] { MediaSource.Microphone, MediaSource.Camera, MediaSource.Screen })
        {
            Assert.Equal(MediaRules.NotAgreed, table.Try(silent, new TurnOn(source)).Refusal);
            Assert.False(table.State.MaySend(silent, source));
        }
        table.Do(silent, new AskQuestion("May I still ask?"));
        Assert.True(table.State.MaySend(Mei, MediaSource.Screen));
    }

    [Fact]
    public void A_presenter_sends_what_others_may_not_until_dismissed()
    {
        table.Do(Elif, new NamePresenter(Lucia.PersonId));
        table.Do(Amara, new AllowMedia(MediaSource.Microphone, false));
        table.Do(Lucia, new TurnOn(MediaSource.Screen));
        table.Do(Lucia, new TurnOn(MediaSource.Microphone));
        Assert.Equal(MediaRules.NotAllowedNow, table.Try(Mei, new TurnOn(MediaSource.Microphone)).Refusal);
        table.Do(Elif, new DismissPresenter(Lucia.PersonId));
        Assert.DoesNotContain(Lucia.PersonId, table.State.Media.On.Keys);
    }

    [Fact]
    public void Muting_students_leaves_the_staff_their_voice_and_a_student_may_speak_again()
    {
        foreach (var who in new[] { Amara, Elif, Mei, Jonas }) table.Do(who, new TurnOn(MediaSource.Microphone));
        table.Do(Amara, new MuteStudents());
        Assert.Equal([Amara.PersonId, Elif.PersonId], table.State.Media.On.Keys.Order());
        table.Do(Mei, new TurnOn(MediaSource.Microphone));
    }

    [Fact]
    public void Denying_cameras_turns_those_of_students_off()
    {
        table.Do(Amara, new TurnOn(MediaSource.Camera));
        table.Do(Mei, new TurnOn(MediaSource.Camera));
        table.Do(Elif, new AllowMedia(MediaSource.Camera, false));
        Assert.Equal([Amara.PersonId], table.State.Media.On.Keys);
    }

    [Fact]
    public void Only_staff_turn_others_off_and_observers_send_nothing()
    {
        table.Do(Mei, new TurnOn(MediaSource.Camera));
        Assert.Equal(ClassRefusals.NotYours, table.Try(Jonas, new TurnOff(Mei.PersonId, MediaSource.Camera)).Refusal);
        table.Do(Elif, new TurnOff(Mei.PersonId, MediaSource.Camera));
        Assert.Empty(table.State.Media.On);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Ruth, new TurnOn(MediaSource.Microphone)).Refusal);
        Assert.Equal(ClassRefusals.NotYourRole, table.Try(Mei, new MuteStudents()).Refusal);
        Assert.Equal(MediaRules.NoSwitch, table.Try(Mei, new TurnOn(MediaSource.ScreenSound)).Refusal);
    }

    [Fact]
    public void Whoever_leaves_sends_nothing_any_more()
    {
        table.Do(Mei, new TurnOn(MediaSource.Camera));
        table.Do(Mei, new ConnectPerson("second"));
        table.Do(Mei, new DisconnectPerson("second"));
        Assert.True(table.State.IsSent(Mei.PersonId, MediaSource.Camera));
        table.Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        Assert.False(table.State.IsSent(Mei.PersonId, MediaSource.Camera));
    }

    [Fact]
    public void A_recording_stands_where_its_first_moment_was_and_ends_once()
    {
        table.After(seconds: 10).Do(null, new BeginTrack(Mei.PersonId, MediaSource.Camera, "a.webm", table.Now));
        table.Do(null, new BeginTrack(Mei.PersonId, MediaSource.Camera, "a.webm", table.Now));
        table.After(seconds: 5).Do(null, new AlignTrack("a.webm", Start + Duration.FromMilliseconds(9_962)));
        table.Do(null, new EndTrack("a.webm", 4_000));
        table.Do(null, new EndTracksBut([]));
        var track = Assert.Single(table.State.Media.Tracks);
        Assert.Equal((9_962L, 4_000L, true), (track.StartMs, track.LengthMs, track.HasEnded));
    }

    [Fact]
    public void A_breath_between_two_stretches_of_a_voice_is_no_silence()
    {
        table.Do(null, new HearVoices(new Dictionary<Guid, ImmutableArray<long>> { [Mei.PersonId] = [0, 1_000] }.ToImmutableDictionary()));
        table.Do(null, new HearVoices(new Dictionary<Guid, ImmutableArray<long>> { [Mei.PersonId] = [1_500, 2_000, 9_000, 9_500] }.ToImmutableDictionary()));
        Assert.Equal([0, 2_000, 9_000, 9_500], table.State.Media.Voices[Mei.PersonId]);
    }
}
