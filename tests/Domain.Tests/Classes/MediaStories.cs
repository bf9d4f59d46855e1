using System.Collections.Immutable;
using Lyceum.Domain.Classes;
using NodaTime;
using static Lyceum.Domain.Tests.Classes.ClassOnTheTable;

namespace Lyceum.Domain.Tests.Classes;

/// <summary>A class that is heard and seen: everything of <see cref="RoomMedia"/> occurs in it.</summary>
internal static class MediaStories
{
    public static ClassOnTheTable SoundAndPicture()
    {
        var table = Started();
        table.Do(Amara, new TurnOn(MediaSource.Microphone));
        table.Do(Amara, new TurnOn(MediaSource.Camera));
        table.Do(null, new BeginTrack(Amara.PersonId, MediaSource.Microphone, "amara_microphone_1.webm", table.Now + Duration.FromMilliseconds(120)));
        table.Do(null, new BeginTrack(Amara.PersonId, MediaSource.Camera, "amara_camera_1.webm", table.Now + Duration.FromMilliseconds(310)));
        table.After(seconds: 4).Do(null, new AlignTrack("amara_microphone_1.webm", Start + Duration.FromMilliseconds(74)));
        table.Do(Mei, new TurnOn(MediaSource.Microphone));
        table.Do(Jonas, new TurnOn(MediaSource.Camera));
        table.After(seconds: 6).Do(null, new HearVoices(Voices((Amara, [400, 6_200]), (Mei, [7_000, 8_300]))));
        table.After(seconds: 10).Do(null, new HearVoices(Voices((Amara, [6_500, 9_000, 12_000, 14_000]))));
        table.Do(Elif, new WriteCaption("The spread of the mean shrinks with the square root of n."));
        table.Do(null, new BringCaption("So four times the sample, half the spread.", CaptionOrigin.Feed));
        table.Do(Elif, new CaptionByMachine(true));
        table.Do(null, new BringCaption("any questions about that", CaptionOrigin.Machine));
        table.Do(Amara, new PutForward(Mei.PersonId));
        table.Do(Amara, new MuteStudents());
        table.Do(Amara, new AllowMedia(MediaSource.Camera, false));
        table.Do(Amara, new PutForward(null));
        table.After(minutes: 20).Do(Amara, new NamePresenter(Lucia.PersonId));
        table.Do(Lucia, new TurnOn(MediaSource.Screen));
        table.Do(null, new BeginTrack(Lucia.PersonId, MediaSource.Screen, "lucia_screen_1.webm", table.Now));
        table.After(minutes: 5).Do(Amara, new DismissPresenter(Lucia.PersonId));
        table.Do(null, new EndTrack("lucia_screen_1.webm", 300_000));
        table.Do(Amara, new AllowMedia(MediaSource.Screen, true));
        table.Do(Mei, new TurnOn(MediaSource.Screen));
        table.Do(Mei, new DisconnectPerson("Mei Tanaka-1"));
        table.After(minutes: 3).Do(null, new ResumeRoom(table.Now));
        table.Do(null, new EndTracksBut([]));
        table.After(minutes: 40).Do(Amara, new EndClass());
        return table;
    }

    private static ImmutableDictionary<Guid, ImmutableArray<long>> Voices(params (ClassActor Who, ImmutableArray<long> Stretches)[] heard) =>
        heard.ToImmutableDictionary(h => h.Who.PersonId, h => h.Stretches);
}
