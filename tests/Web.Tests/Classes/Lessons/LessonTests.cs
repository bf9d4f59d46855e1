using System.Net;
using System.Text;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.School;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Lessons;

public sealed class LessonTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_past_class_becomes_a_lesson_without_its_people_that_earns_its_own_credit()
    {
        var classId = await HeldClass();
        var home = $"/courses/statistics/classes/{classId}";
        var amara = await school.SignIn(Cast.Amara);
        var module = await school.Read(db => db.Activities.Where(a => a.Id == classId).Select(a => a.ModuleId).SingleAsync());
        Assert.Contains("What comes along", await amara.GetStringAsync(home + "/reuse"));
        var elsewhere = await school.Read(db => db.Modules.Where(m => m.CourseId != school.Statistics.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync()) ?? Guid.NewGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await amara.PostForm(home + "/reuse", new() { ["Module"] = $"{elsewhere}", ["Name"] = "Not mine" })).StatusCode);
        var made = await amara.PostForm(home + "/reuse", new() { ["Module"] = $"{module}", ["Name"] = "Sampling, again" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var edit = made.Headers.Location!.ToString();
        var lessonId = Guid.Parse(edit.Split('/')[^2]);
        Assert.Contains("is being copied", await amara.GetStringAsync(edit));
        await Settle();
        var lesson = $"/courses/statistics/classes/{lessonId}";
        Assert.DoesNotContain("is being copied", await amara.GetStringAsync(edit));

        // A draft for its students until it is published; then without hands, names and words of the others.
        var lucia = await school.SignIn(Cast.Lucia);
        Assert.Equal(HttpStatusCode.NotFound, (await lucia.GetAsync(lesson + "/log")).StatusCode);
        await school.Write(async db => (await db.Activities.AsTracking().SingleAsync(a => a.Id == lessonId)).Publish());
        var log = await lucia.GetStringAsync(lesson + "/log");
        Assert.DoesNotContain("Mei", log);
        Assert.DoesNotContain("what Mei wrote", log);
        Assert.DoesNotContain("mei.webm", log);
        Assert.Contains("amara.webm", log);
        var folder = Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, lessonId.ToString("N"));
        Assert.Equal(["amara.webm"], new DirectoryInfo(folder).GetFiles().Select(f => f.Name));
        var track = (await school.Read(db => db.ClassEvents.SingleAsync(e => e.ClassId == lessonId && e.Event.Contains("trackBegan")))).Sequence;
        Assert.Equal("Amara's voice", await lucia.GetStringAsync($"{lesson}/tracks/{track}"));
        Assert.Contains("Sampling, again", await lucia.GetStringAsync("/courses/statistics/classes"));

        await using (var watching = await Participant.Join(school, Cast.Lucia, lessonId))
        {
            var poll = watching.State.Polls.Single();
            Assert.Equal((0, 0), (poll.AnsweredLive, poll.AnsweredLater));
            await watching.Do(new AnswerPoll(poll.Id, [1]), offsetMs: 10_000);
            school.Clock.Advance(Duration.FromMinutes(80));
            Assert.Null(await watching.Line.Call<SentRefusal>("Watch", (object)new[] { new WatchedInterval(0, 75 * 60_000) }));
        }
        await Settle();
        Assert.Equal(10, (await school.Read(db => db.Grades.SingleAsync(g => g.ActivityId == lessonId && g.PersonId == school.People[Cast.Lucia]))).Score);
        Assert.False(await school.Read(db => db.Grades.AnyAsync(g => g.ActivityId == lessonId && g.PersonId == school.People[Cast.Mei] && g.Score > 0)));
    }

    [Fact]
    public async Task A_lesson_is_recorded_behind_shut_doors_and_is_there_for_students_when_it_ends()
    {
        var classId = await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromDays(2));
        var amara = await school.SignIn(Cast.Amara);
        var first = await amara.PostForm($"/courses/statistics/classes/{classId}/edit", [], $"/courses/statistics/classes/{classId}/edit?handler=RecordFirst");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var lessonId = Guid.Parse(first.Headers.Location!.ToString().Split('/')[^2]);
        var lesson = $"/courses/statistics/classes/{lessonId}";
        Assert.Contains("Record the lesson", await amara.GetStringAsync(lesson + "/edit"));
        await school.Write(async db => (await db.Activities.AsTracking().SingleAsync(a => a.Id == lessonId)).Publish());
        var mei = await school.SignIn(Cast.Mei);
        Assert.Contains("still being prepared", await mei.GetStringAsync(lesson));
        Assert.Equal(lesson, (await mei.GetAsync(lesson + "/room")).Headers.Location!.ToString());

        await using var teaching = await Participant.Join(school, Cast.Amara, lessonId);
        Assert.Equal(ClassPhase.Open, teaching.State.Phase);
        Assert.Equal(ClassFixture.Poll.Question, teaching.State.Polls.Single().Question);
        await teaching.Do(new StartClass());
        await using (var peeping = new Participant(school, Cast.Mei, lessonId)) Assert.Equal(ClassRefusals.LessonNotReady.Message, (await peeping.Connect())?.Message);
        Assert.Equal(HttpStatusCode.Conflict, (await mei.GetAsync(lesson + "/log")).StatusCode);
        school.Clock.Advance(Duration.FromMinutes(20));
        await teaching.Do(new EndClass());
        Assert.Equal(lesson + "/replay", (await mei.GetAsync(lesson)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await mei.GetAsync(lesson + "/replay")).StatusCode);
        // Nobody attended it, its instructor neither; the class itself is still to come.
        var record = await school.Read(db => ClassRecord.Read(db, lessonId, school.Clock.GetCurrentInstant(), default));
        Assert.Empty(record!.Attended);
        Assert.False(record.StandingOf(school.People[Cast.Mei]).HasSeenEnough);
        Assert.Null(await school.Read(db => db.ClassSessions.Where(s => s.ActivityId == classId).Select(s => s.StartedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_class_without_hours_can_be_set_to_be_a_lesson_with_a_due_date()
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Before you come", points: 5);
        var amara = await school.SignIn(Cast.Amara);
        var edit = $"/courses/statistics/classes/{activity.Id}/edit";
        Dictionary<string, string> form = new() { ["Form.Title"] = "Before you come", ["Form.Minutes"] = "30", ["Form.LobbyMinutes"] = "10", ["Form.AttendMinutes"] = "40", ["Form.ReplayPercent"] = "80", ["Form.IsPublished"] = "true" };
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.PostForm(edit, form)).StatusCode);
        form["Form.IsLesson"] = "true";
        form["Form.CountsUntil"] = "2027-01-10T23:59";
        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(edit, form)).StatusCode);
        Assert.True(await school.Read(db => db.ClassSessions.Where(s => s.ActivityId == activity.Id).Select(s => s.IsLesson).SingleAsync()));
        Assert.Equal(Instant.FromUtc(2027, 1, 10, 22, 59), await school.Read(db => db.Activities.Where(a => a.Id == activity.Id).Select(a => a.Due).SingleAsync()));
        Assert.Contains("Before you come", await (await school.SignIn(Cast.Mei)).GetStringAsync("/courses/statistics/classes"));
    }

    private Task Settle() => school.Services.GetRequiredService<JobWorker>().RunDue(default);

    // Amara and Mei are recorded, and Mei writes and answers.
    private async Task<Guid> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var folder = Directory.CreateDirectory(Path.Combine(school.Services.GetRequiredService<SchoolSettings>().RecordingsFolder, classId.ToString("N")));
        var room = (await school.Services.GetRequiredService<ClassRooms>().Open(classId))!;
        foreach (var (who, file, voice) in new[] { (amara.Id, "amara.webm", "Amara's voice"), (mei.Id, "mei.webm", "Mei's voice") })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), Encoding.ASCII.GetBytes(voice));
            await room.Mailbox.Post(new BeginTrack(who, MediaSource.Microphone, file, school.Clock.GetCurrentInstant()), null);
        }
        await amara.Do(new OpenPoll(amara.State.Polls.Single().Id));
        await mei.Do(new AnswerPoll(amara.State.Polls.Single().Id, [0]));
        await mei.Do(new PostChat("what Mei wrote"));
        school.Clock.Advance(Duration.FromMinutes(75));
        await amara.Do(new EndClass());
        await Settle();
        return classId;
    }
}
