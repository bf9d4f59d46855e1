using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Media;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Classes.Media;

public sealed class MediaHubTests(MediaFixture school) : IClassFixture<MediaFixture>
{
    private const string Phone = "mei-on-her-phone", Laptop = "mei-on-her-laptop", Desk = "amara-at-her-desk";

    [Theory]
    [InlineData(Cast.Mei, MediaSource.Microphone, true)]
    [InlineData(Cast.Mei, MediaSource.Camera, true)]
    [InlineData(Cast.Mei, MediaSource.Screen, false)]
    [InlineData(Cast.Mei, MediaSource.ScreenSound, false)]
    [InlineData(Cast.Elif, MediaSource.Screen, true)]
    [InlineData(Cast.Amara, MediaSource.ScreenSound, true)]
    [InlineData(Cast.Ruth, MediaSource.Camera, true)]
    public async Task Each_role_publishes_what_the_class_allows_it(string who, MediaSource source, bool isAllowed)
    {
        var classId = await school.AddClass();
        await using var person = await Participant.Join(school, who, classId);
        Assert.Null((await Enter(person, Phone)).Refusal);
        var answer = await Publish(person, source);
        Assert.Equal(isAllowed, answer.Sdp is not null);
        Assert.Equal(isAllowed ? null : MediaRules.NotAllowedNow.Message, answer.Refusal?.Message);
    }

    [Fact]
    public async Task Only_what_is_turned_on_reaches_anybody_and_muting_cuts_it()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await Enter(amara, Desk);
        await Enter(mei, Phone);
        Assert.Null(await amara.Line.Call<SentRefusal>("Desire", new[] { new WantedTrack(mei.Id, MediaSource.Microphone, PictureSize.Small), new(mei.Id, MediaSource.Camera, PictureSize.Large) } as object));
        Assert.Empty(Forwarded(classId, amara));
        await mei.Do(new TurnOn(MediaSource.Microphone));
        await Until(() => Forwarded(classId, amara).Select(d => d.Source).SequenceEqual(["microphone"]));
        await mei.Do(new TurnOn(MediaSource.Camera));
        await Until(() => Forwarded(classId, amara).Any(d => d is { Source: "camera", AtMost: Quality.High }));
        await amara.Do(new MuteStudents());
        await Until(() => Forwarded(classId, amara).Select(d => d.Source).SequenceEqual(["camera"]));
    }

    [Fact]
    public async Task A_second_device_takes_over_and_the_first_is_told()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var laptop = await Participant.Join(school, Cast.Mei, classId);
        Assert.False((await Enter(mei, Phone)).TookOver);
        Assert.True((await Enter(laptop, Laptop)).TookOver);
        await mei.Until(() => mei.Notices.OfType<MediaMoved>().Any());
        Assert.Equal(MediaRefusals.NotOnThisDevice.Message, (await Publish(mei, MediaSource.Camera)).Refusal?.Message);
        Assert.NotNull((await Publish(laptop, MediaSource.Camera)).Sdp);
    }

    [Fact]
    public async Task A_tab_that_was_duplicated_takes_over_too_though_it_has_the_name_of_the_first()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await using var copy = await Participant.Join(school, Cast.Mei, classId);
        await Enter(mei, Laptop);
        await Enter(copy, Laptop);
        await mei.Until(() => mei.Notices.OfType<MediaMoved>().Any());
        Assert.Empty(copy.Notices);
        Assert.Equal(MediaRefusals.NotOnThisDevice.Message, (await Publish(mei, MediaSource.Camera)).Refusal?.Message);
        Assert.NotNull((await Publish(copy, MediaSource.Camera)).Sdp);
    }

    [Fact]
    public async Task Offers_and_steps_of_the_line_reach_the_device_they_are_for()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await Enter(mei, Phone);
        var room = RoomOf(classId);
        school.Media.Tell(new SubscriptionOffered(room, mei.Id.ToString("N"), 3, "v=0", true, [new("0", amara.Id.ToString("N"), "screen-sound", default)]));
        school.Media.Tell(new RungChanged(room, mei.Id.ToString("N"), Lyceum.Media.Forwarding.Rung.SpeakerOnly, "loss"));
        await mei.Until(() => mei.Notices.Count >= 2);
        var offer = Assert.Single(mei.Notices.OfType<SubscriptionOffer>());
        Assert.Equal((3, new OfferedTrack("0", amara.Id, MediaSource.ScreenSound)), (offer.Revision, offer.Tracks.Single()));
        Assert.Equal(LineRung.SpeakerOnly, Assert.Single(mei.Notices.OfType<LineStepped>()).Rung);
        Assert.Empty(amara.Notices);
    }

    [Fact]
    public async Task Nothing_is_recorded_before_the_start_and_recordings_stand_in_the_log()
    {
        var classId = await school.AddClass(SchoolFixture.Start + NodaTime.Duration.FromMinutes(5));
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await Enter(amara, Desk);
        var room = RoomOf(classId);
        Assert.DoesNotContain(room, school.Media.Recorded.Keys);
        await amara.Do(new StartClass());
        await Until(() => school.Media.Recorded.ContainsKey(room));
        school.Media.Tell(new RecordingBegan(room, amara.Id.ToString("N"), "camera", "/somewhere/a.webm", TimeSpan.FromSeconds(2)));
        school.Media.Tell(new RecordingAligned(room, "/somewhere/a.webm", TimeSpan.FromMilliseconds(1_950)));
        school.Media.Tell(new RecordingEnded(room, "/somewhere/a.webm", TimeSpan.FromSeconds(9)));
        await amara.Until(() => amara.State.Media.Tracks.Any(t => t.HasEnded));
        var track = Assert.Single(amara.State.Media.Tracks);
        Assert.Equal((amara.Id, MediaSource.Camera, "a.webm", 1_950L, 9_000L), (track.PersonId, track.Source, track.File, track.StartMs, track.LengthMs!.Value));
    }

    [Fact]
    public async Task Removal_from_the_course_cuts_sound_and_picture()
    {
        var (classId, amara, _) = await school.StartClass();
        await using var _1 = amara;
        await using var samir = await Participant.Join(school, Cast.Samir, classId);
        await Enter(samir, Phone);
        await samir.Line.Call<SentRefusal>("Desire", new[] { new WantedTrack(amara.Id, MediaSource.Microphone, PictureSize.Small) } as object);
        await amara.Do(new TurnOn(MediaSource.Microphone));
        await Enter(amara, Desk);
        await Until(() => Forwarded(classId, samir).Count == 1);
        await school.Write(db => { db.Enrollments.AsTracking().Single(e => e.PersonId == samir.Id && e.CourseId == school.Statistics.Id).Remove(SchoolFixture.Start); });
        await Until(() => Forwarded(classId, samir).Count == 0);
        await samir.Line.Over.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_recording_is_read_in_ranges()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await Enter(amara, Desk);
        await Until(() => school.Media.Recorded.ContainsKey(RoomOf(classId)));
        var folder = Directory.CreateDirectory(school.Media.Recorded[RoomOf(classId)]);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "b.webm"), [.. Enumerable.Range(0, 200).Select(i => (byte)i)]);
        school.Media.Tell(new RecordingBegan(RoomOf(classId), amara.Id.ToString("N"), "microphone", "b.webm", TimeSpan.Zero));
        await mei.Until(() => mei.State.Media.Tracks.Length > 0);
        var ask = new HttpRequestMessage(HttpMethod.Get, $"/courses/statistics/classes/{classId}/tracks/{mei.State.Media.Tracks[0].Id}") { Headers = { Range = new RangeHeaderValue(100, 103) } };
        using var answer = await (await school.SignIn(Cast.Mei)).SendAsync(ask);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("audio/webm", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(new byte[] { 100, 101, 102, 103 }, await answer.Content.ReadAsByteArrayAsync());
    }

    private static Task<MediaEntry> Enter(Participant who, string device) => who.Line.Call<MediaEntry>("EnterMedia", device)!;

    private static Task<MediaAnswer> Publish(Participant who, MediaSource source) =>
        who.Line.Call<MediaAnswer>("Publish", new MediaOffer("v=0", ImmutableDictionary<string, MediaSource>.Empty.Add("0", source)))!;

    private IReadOnlyList<DesiredTrack> Forwarded(Guid classId, Participant to) => school.Media.Desired.GetValueOrDefault((RoomOf(classId), to.Id.ToString("N")), []);

    private string RoomOf(Guid classId) => school.Media.Rooms.Single(room => room.StartsWith(classId.ToString("N"), StringComparison.Ordinal));

    private static async Task Until(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo()) await timer.WaitForNextTickAsync(late.Token);
    }
}
