using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Tests.Classes.Media;

namespace Lyceum.Web.Tests.Classes.Breakouts;

public sealed class BreakoutMediaTests(MediaFixture school) : IClassFixture<MediaFixture>
{
    [Fact]
    public async Task Sound_and_picture_go_along_into_the_room_and_reach_nobody_outside()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await using var lucia = await Participant.Join(school, Cast.Lucia, classId);
        foreach (var one in new[] { amara, mei, jonas, lucia }) await Enter(one);
        var main = Assert.Single(RoomsOf(classId));
        await mei.Do(new TurnOn(MediaSource.Microphone));
        await Wants(jonas, mei);
        await Wants(lucia, mei);
        await Until(() => Forwarded(main, jonas) == 1 && Forwarded(main, lucia) == 1);

        await amara.Do(new OpenBreakouts([new("Buses", [mei.Id, jonas.Id]), new("Heights", [lucia.Id])]));
        await Until(() => Forwarded(main, jonas) == 0 && Forwarded(main, lucia) == 0);
        foreach (var one in new[] { mei, jonas, lucia })
        {
            await one.Until(() => one.State.PlaceOf(one.Id) is not null);
            await Enter(one);
        }
        var buses = RoomsOf(classId).First(room => room != main);
        await mei.Do(new DoInBreakout(1, new TurnOn(MediaSource.Microphone)));
        await Wants(jonas, mei);
        await Wants(lucia, mei);
        await Until(() => Forwarded(buses, jonas) == 1);
        Assert.All(RoomsOf(classId), room => Assert.Equal(0, Forwarded(room, lucia)));

        await amara.Do(new MoveToBreakout([lucia.Id], 1));
        await lucia.Until(() => lucia.State.PlaceOf(lucia.Id) == 1);
        await Enter(lucia);
        await Wants(lucia, mei);
        await Until(() => Forwarded(buses, lucia) == 1);
    }

    [Fact]
    public async Task A_recording_of_a_room_is_for_those_who_were_in_it_then()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await amara.Do(new OpenBreakouts([new("Buses", [mei.Id]), new("Heights", [jonas.Id])]));
        await mei.Until(() => mei.State.PlaceOf(mei.Id) == 1);
        await Enter(mei);
        var buses = Assert.Single(RoomsOf(classId));
        await Until(() => school.Media.Recorded.ContainsKey(buses));
        var alone = await Records(mei, buses, "alone.webm");

        await amara.Do(new MoveToBreakout([jonas.Id], 1));
        await Until(() => { lock (school.Media.Cuts) return school.Media.Cuts.Contains(buses); });
        var together = await Records(mei, buses, "together.webm");
        await jonas.SeesThrough(together);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await Track(classId, Cast.Mei, alone), await Track(classId, Cast.Mei, together)]);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], [await Track(classId, Cast.Jonas, alone), await Track(classId, Cast.Jonas, together)]);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await Track(classId, Cast.Samir, alone), await Track(classId, Cast.Samir, together)]);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await Track(classId, Cast.Elif, alone), await Track(classId, Cast.Elif, together)]);
    }

    // What the media server writes; the sequence of the event that says so.
    private async Task<long> Records(Participant who, string room, string file)
    {
        var folder = Directory.CreateDirectory(school.Media.Recorded[room]);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), [1, 2, 3]);
        school.Media.Tell(new RecordingBegan(room, who.Id.ToString("N"), "microphone", file, TimeSpan.Zero));
        await who.Until(() => who.Seen.Any(e => e.Event.Bare() is TrackBegan began && began.File == file));
        return who.Seen.Single(e => e.Event.Bare() is TrackBegan began && began.File == file).Sequence;
    }

    private async Task<HttpStatusCode> Track(Guid classId, string who, long track) =>
        (await (await school.SignIn(who)).GetAsync($"/courses/statistics/classes/{classId}/tracks/{track}")).StatusCode;

    private static async Task Enter(Participant who) => Assert.Null((await who.Line.Call<MediaEntry>("EnterMedia", $"the-device-of-{who.Id:N}"))!.Refusal);

    private static async Task Wants(Participant who, Participant whom) =>
        Assert.Null(await who.Line.Call<SentRefusal>("Desire", new[] { new WantedTrack(whom.Id, MediaSource.Microphone, PictureSize.Small) } as object));

    private int Forwarded(string room, Participant to) => school.Media.Desired.GetValueOrDefault((room, to.Id.ToString("N")), []).Count;

    private string[] RoomsOf(Guid classId) => [.. school.Media.Rooms.Where(room => room.StartsWith(classId.ToString("N"), StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task Until(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo()) await timer.WaitForNextTickAsync(late.Token);
    }
}
