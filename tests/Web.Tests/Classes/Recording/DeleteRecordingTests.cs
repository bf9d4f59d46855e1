using System.Net;
using System.Text;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

public sealed class DeleteRecordingTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task Deleting_all_takes_files_words_and_replay_for_good_and_leaves_who_was_there()
    {
        var (classId, home) = await HeldClass();
        var amara = await school.SignIn(Cast.Amara);
        var refused = await amara.PostForm(home + "/recording", new() { ["part"] = "All", ["typed"] = "something else" }, home + "/recording?handler=Delete");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(2, FilesOf(classId).Length);
        var done = await amara.PostForm(home + "/recording", new() { ["part"] = "All", ["typed"] = "sampling distributions" }, home + "/recording?handler=Delete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await Settle();
        Assert.Empty(FilesOf(classId));
        var rows = await school.Read(db => db.ClassEvents.Where(e => e.ClassId == classId).Select(e => e.Event).ToListAsync());
        Assert.DoesNotContain(rows, row => row.Contains("what was said") || row.Contains("trackBegan"));
        Assert.Contains(rows, row => row.Contains("introduced"));
        Assert.Contains(rows, row => row == """{"type":"erased"}""");
        Assert.Equal(HttpStatusCode.Gone, (await amara.GetAsync(home + "/log")).StatusCode);
        Assert.Contains("has been deleted", await (await school.SignIn(Cast.Mei)).GetStringAsync(home + "/replay"));
        Assert.Equal(10, (await school.Read(db => db.Grades.SingleAsync(g => g.ActivityId == classId && g.PersonId == school.People[Cast.Mei]))).Score);
        Assert.True(await school.Read(db => db.Audit.AnyAsync(a => a.What == "RecordingDeleted" && a.Detail.StartsWith(classId.ToString()))));
    }

    [Fact]
    public async Task What_was_erased_before_there_was_a_word_for_it_reads_as_erased()
    {
        var (classId, _) = await HeldClass();
        await school.Write(async db => { await db.ClassEvents.Where(e => e.ClassId == classId && e.Event.Contains("what was said")).ExecuteUpdateAsync(set => set.SetProperty(e => e.Event, $$"""{"type":"handLowered","personId":"{{Guid.Empty}}"}""").SetProperty(e => e.ActorId, (Guid?)null)); });
        var log = await school.Read(db => ClassLog.ReadAfter(db, classId, 0, default));
        Assert.Single(log, e => e.Event is Erased);
        Assert.DoesNotContain(log, e => e.Event is HandLowered);
    }

    [Fact]
    public async Task The_rule_of_the_course_thins_first_and_deletes_later_and_the_sound_and_log_stay_until_then()
    {
        var (classId, home) = await HeldClass();
        var amara = await school.SignIn(Cast.Amara);
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.PostForm("/courses/statistics/recordings", new() { ["pictureDays"] = "0" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm("/courses/statistics/recordings", new() { ["pictureDays"] = "30", ["allDays"] = "365" })).StatusCode);
        var retention = school.Services.GetRequiredService<ApplyRetention>();
        await retention.Run(default);
        Assert.Equal(2, FilesOf(classId).Length);
        school.Clock.Advance(Duration.FromDays(31));
        await retention.Run(default);
        await Settle();
        Assert.Equal(["voice.webm"], FilesOf(classId).Select(f => f.Name));
        Assert.Contains("what was said", await (await school.SignIn(Cast.Jonas)).GetStringAsync(home + "/log"));
        Assert.Contains("365 days", await (await school.SignIn(Cast.Jonas)).GetStringAsync(home + "/removal"));
        school.Clock.Advance(Duration.FromDays(365));
        await retention.Run(default);
        await Settle();
        Assert.Empty(FilesOf(classId));
        await school.Write(async db => { await db.RecordingRules.ExecuteDeleteAsync(); });
    }

    [Fact]
    public async Task The_staff_of_the_course_see_who_watched()
    {
        var (classId, home) = await HeldClass();
        await using (var lucia = await Participant.Join(school, Cast.Lucia, classId))
        {
            school.Clock.Advance(Duration.FromMinutes(3));
            Assert.Null(await lucia.Line.Call<SentRefusal>("Watch", (object)new[] { new WatchedInterval(0, 180_000) }));
        }
        var page = await (await school.SignIn(Cast.Amara)).GetStringAsync(home + "/recording");
        Assert.Contains("Who watched it", page);
        Assert.Contains("<td class=\"number\">3</td>", page);
    }

    private Task Settle() => school.Services.GetRequiredService<JobWorker>().RunDue(default);

    private FileInfo[] FilesOf(Guid classId) =>
        new DirectoryInfo(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N"))) is { Exists: true } folder ? folder.GetFiles() : [];

    // Mei was there long enough, and answered.
    private async Task<(Guid ClassId, string Home)> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N")));
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        foreach (var (file, source) in new[] { ("voice.webm", MediaSource.Microphone), ("face.webm", MediaSource.Camera) })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), Encoding.ASCII.GetBytes(file));
            await room.Mailbox.Post(new BeginTrack(mei.Id, source, file, school.Clock.GetCurrentInstant()), null);
        }
        await mei.Do(new PostChat("what was said"));
        school.Clock.Advance(Duration.FromMinutes(75));
        await amara.Do(new EndClass());
        await Settle();
        return (classId, $"/courses/statistics/classes/{classId}");
    }
}
