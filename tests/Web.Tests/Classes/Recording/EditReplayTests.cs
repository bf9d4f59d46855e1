using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Lyceum.Domain.Classes;
using Lyceum.Media.Recording;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

public sealed class EditReplayTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private const long Minute = 60_000;

    [Fact]
    public async Task A_cut_is_gone_for_students_from_the_log_the_line_and_the_recording_and_staff_keep_it_and_undo_it()
    {
        var (classId, track) = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var jonas = await school.SignIn(Cast.Jonas);
        await using var watching = await Participant.Join(school, Cast.Jonas, classId);
        Assert.Contains(watching.State.Chat, l => l.Text == "a slip of the tongue");
        var cuts = await Post(Cast.Amara, home + "/cuts", new WantedCut(9 * Minute, 11 * Minute));
        Assert.Equal(HttpStatusCode.OK, cuts.StatusCode);
        var cut = (await cuts.Content.ReadFromJsonAsync<StandingCut[]>())!.Single();

        // Whoever has the replay open gets the class once more; so does whoever comes.
        await watching.Until(() => watching.State.Phase == ClassPhase.Ended && watching.State.Chat.All(l => l.Text != "a slip of the tongue"));
        await using var coming = await Participant.Join(school, Cast.Lucia, classId);
        Assert.DoesNotContain(coming.Seen, e => e.Event is ChatPosted { Text: "a slip of the tongue" });
        Assert.DoesNotContain(coming.State.Chat, l => l.Text == "a slip of the tongue");
        var log = await jonas.GetStringAsync(home + "/log");
        Assert.DoesNotContain("a slip of the tongue", log);
        Assert.Contains("\"cuts\":[{\"fromMs\":540000,\"untilMs\":660000}]", log);
        Assert.Contains("a slip of the tongue", await (await school.SignIn(Cast.Elif)).GetStringAsync(home + "/log"));

        var got = await jonas.GetByteArrayAsync($"{home}/tracks/{track}");
        Assert.DoesNotContain("minute-10", Encoding.ASCII.GetString(got));
        Assert.Contains("minute-12", Encoding.ASCII.GetString(got));
        var whole = await (await school.SignIn(Cast.Amara)).GetByteArrayAsync($"{home}/tracks/{track}");
        Assert.Contains("minute-10", Encoding.ASCII.GetString(whole));
        Assert.Equal(whole.Length, got.Length);
        var part = new HttpRequestMessage(HttpMethod.Get, $"{home}/tracks/{track}") { Headers = { Range = new RangeHeaderValue(100, 1100) } };
        Assert.Equal(got[100..1101], await (await jonas.SendAsync(part)).Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.OK, (await Post(Cast.Amara, $"{home}/cuts/{cut.Id}/undo", new { })).StatusCode);
        Assert.Contains("a slip of the tongue", await jonas.GetStringAsync(home + "/log"));
        await watching.Until(() => watching.State.Chat.Any(l => l.Text == "a slip of the tongue"));
        Assert.Equal(["ReplayEdited", "ReplayEditUndone"], await school.Read(db => db.Audit.Where(a => a.Detail.StartsWith(classId.ToString())).OrderBy(a => a.Id).Select(a => a.What).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_asks_to_be_taken_out_is_answered_and_what_is_granted_is_gone()
    {
        var (classId, track) = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var mei = await school.SignIn(Cast.Mei);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.PostForm(home + "/removal", new() { ["Kind"] = "Sound", ["Reason"] = "My voice broke." })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await mei.PostForm(home + "/removal", new() { ["Kind"] = "Cut", ["From"] = "11:00", ["Until"] = "9:00" })).StatusCode);
        var amara = await school.SignIn(Cast.Amara);
        Assert.Contains("My voice broke.", await amara.GetStringAsync(home + "/recording"));
        Assert.True(await school.Read(db => db.Notifications.AnyAsync(n => n.PersonId == school.People[Cast.Amara] && n.Link == home + "/recording")));
        var request = await school.Read(db => db.RemovalRequests.SingleAsync(r => r.ClassId == classId));
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.PostForm(home + "/recording", new() { ["request"] = request.Id.ToString(), ["grant"] = "false" }, home + "/recording?handler=Answer")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(home + "/recording", new() { ["request"] = request.Id.ToString(), ["grant"] = "true" }, home + "/recording?handler=Answer")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Jonas)).GetAsync($"{home}/tracks/{track}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await amara.GetAsync($"{home}/tracks/{track}")).StatusCode);
        Assert.Contains("taken out", await mei.GetStringAsync(home + "/removal"));
        Assert.True(await school.Read(db => db.Notifications.AnyAsync(n => n.PersonId == request.PersonId && n.Link == home + "/removal")));
    }

    [Fact]
    public async Task A_replay_that_opens_later_is_shut_to_students_on_every_way_until_then()
    {
        var (classId, track) = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var amara = await school.SignIn(Cast.Amara);
        var at = (school.Clock.GetCurrentInstant() + Duration.FromHours(5)).InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null);
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(home + "/recording", new() { ["at"] = at }, home + "/recording?handler=Open")).StatusCode);
        var jonas = await school.SignIn(Cast.Jonas);
        Assert.Contains("is not open yet", await jonas.GetStringAsync(home + "/replay"));
        foreach (var way in new[] { "/log", $"/tracks/{track}" }) Assert.Equal(HttpStatusCode.Conflict, (await jonas.GetAsync(home + way)).StatusCode);
        await using (var early = new Participant(school, Cast.Jonas, classId)) Assert.Equal(ReplayTerms.NotOpenYet.Message, (await early.Connect())?.Message);
        Assert.Equal(HttpStatusCode.OK, (await amara.GetAsync(home + "/log")).StatusCode);
        school.Clock.Advance(Duration.FromHours(6));
        Assert.Equal(HttpStatusCode.OK, (await jonas.GetAsync(home + "/log")).StatusCode);
    }

    // Mei spoke all the time, and wrote something in minute 10. The recording says in each second which minute it is.
    private async Task<(Guid ClassId, long Track)> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N")));
        using (var file = WebmFile.CreateOpus(Path.Combine(folder.FullName, "voice.webm")))
        {
            for (var second = 0; second < 20 * 60; second++) file.Add(second * 1000, true, Encoding.ASCII.GetBytes($"minute-{second / 60:00}"));
            file.Finish();
        }
        var room = (await school.Services.GetRequiredService<Lyceum.Web.Features.Classes.Live.ClassRooms>().Open(classId))!;
        var track = (await room.Mailbox.Post(new BeginTrack(mei.Id, MediaSource.Microphone, "voice.webm", school.Clock.GetCurrentInstant()), null)).Value;
        school.Clock.Advance(Duration.FromMinutes(10));
        await mei.Do(new PostChat("a slip of the tongue"));
        school.Clock.Advance(Duration.FromMinutes(65));
        await amara.Do(new EndClass());
        return (classId, track);
    }

    private async Task<HttpResponseMessage> Post<T>(string who, string url, T body)
    {
        var client = await school.SignIn(who);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", await client.TokenOf("/"));
        return await client.SendAsync(request);
    }
}
