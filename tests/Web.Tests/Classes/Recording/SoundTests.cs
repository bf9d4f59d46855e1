using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Lyceum.Domain.Classes;
using Lyceum.Media.Recording;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

public sealed class SoundTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task The_sound_is_made_on_request_is_heard_as_a_podcast_and_goes_when_something_is_cut_or_the_listener_leaves()
    {
        Assert.SkipWhen(!Ffmpeg.IsThere(), Ffmpeg.Missing);
        var classId = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var hana = await school.SignIn(Cast.Hana);
        Assert.Equal(HttpStatusCode.NotFound, (await hana.GetAsync(home + "/sound")).StatusCode);
        await hana.PostForm("/courses/statistics/podcast", []);
        var secret = (await school.Read(db => db.PodcastFeeds.SingleAsync(f => f.PersonId == school.People[Cast.Hana]))).Secret;
        var player = school.Visitor();
        Assert.DoesNotContain("enclosure", await player.GetStringAsync($"/podcasts/{secret}"));

        // Whoever asks for the feed has what is missing made.
        await school.Services.GetRequiredService<SoundMaker>().RunDue(default);
        var feed = XDocument.Parse(await player.GetStringAsync($"/podcasts/{secret}"));
        var enclosure = feed.Descendants("enclosure").Single();
        var part = new HttpRequestMessage(HttpMethod.Get, new Uri((string)enclosure.Attribute("url")!).PathAndQuery) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        var got = await player.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "OggS"), (got.StatusCode, await got.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await hana.GetAsync(home + "/sound")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Leo)).GetAsync(home + "/sound")).StatusCode);

        await school.Write(db => { db.ReplayEdits.Add(ReplayEdit.Cut(classId, 0, 5_000, 60_000, school.People[Cast.Amara], school.Clock.GetCurrentInstant()).Value); });
        Assert.Equal(HttpStatusCode.NotFound, (await player.GetAsync(new Uri((string)enclosure.Attribute("url")!).PathAndQuery)).StatusCode);
        await hana.PostForm("/courses/statistics/podcast", []);
        Assert.Equal(HttpStatusCode.NotFound, (await player.GetAsync($"/podcasts/{secret}")).StatusCode);
        var renewed = (await school.Read(db => db.PodcastFeeds.SingleAsync(f => f.PersonId == school.People[Cast.Hana]))).Secret;
        Assert.Equal(HttpStatusCode.OK, (await player.GetAsync($"/podcasts/{renewed}")).StatusCode);
        await school.Write(async db => (await db.Enrollments.AsTracking().SingleAsync(e => e.PersonId == school.People[Cast.Hana] && e.CourseId == school.Statistics.Id)).Remove(school.Clock.GetCurrentInstant()));
        Assert.Equal(HttpStatusCode.NotFound, (await player.GetAsync($"/podcasts/{renewed}")).StatusCode);
    }

    [Fact]
    public void What_is_mixed_is_placed_on_the_timeline_and_loses_what_is_cut()
    {
        var said = string.Join(' ', MixSound.Arguments([new("a.webm", 1_500), new("b.webm", -250)], Stretches.Of([new(10_000, 12_520)]), 60_000, MixSound.Opus, "out.ogg"));
        Assert.Contains("adelay=1500:all=1", said);
        Assert.Contains("atrim=start=0.25", said);
        Assert.Contains("aselect='not(gte(t,9.98)*lt(t,12.5))'", said);
    }

    private async Task<Guid> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N")));
        using (var file = WebmFile.CreateOpus(Path.Combine(folder.FullName, "voice.webm")))
        {
            // Opus: a 20 ms CELT frame of silence (RFC 6716 §3.1).
            for (var i = 0; i < 20 * 50; i++) file.Add(i * 20, true, [0xFC, 0xFF, 0xFE]);
            file.Finish();
        }
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        await room.Mailbox.Post(new BeginTrack(mei.Id, MediaSource.Microphone, "voice.webm", school.Clock.GetCurrentInstant()), null);
        school.Clock.Advance(Duration.FromMinutes(1));
        await amara.Do(new EndClass());
        return classId;
    }
}
