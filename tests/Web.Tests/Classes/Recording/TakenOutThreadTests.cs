using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes.Recording;

/// <summary>A question that nobody answered went on as a thread of the course; taken out of the replay, it is taken out there too.</summary>
public sealed class TakenOutThreadTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    private const long Asked = 12 * 60_000;

    [Fact]
    public async Task With_a_cut_stretch_goes_the_thread_that_grew_from_it_for_students_and_undoing_the_cut_brings_it_back()
    {
        var (classId, thread) = await HeldClass("What if the sample is skewed?");
        var cut = ReplayEdit.Cut(classId, Asked - 1_000, Asked + 1_000, 75 * 60_000, school.People[Cast.Amara], school.Clock.GetCurrentInstant()).Value;
        await school.Write(db => { db.ReplayEdits.Add(cut); });
        await IsHiddenFromStudents(thread, "What if the sample is skewed?");
        Assert.Equal(HttpStatusCode.NotFound, (await Reply(Cast.Jonas, thread, "I wonder too.")).StatusCode);
        await school.Write(async db => Assert.False((await db.ReplayEdits.AsTracking().SingleAsync(e => e.Id == cut.Id)).Undo(school.People[Cast.Amara], school.Clock.GetCurrentInstant()).IsRefused));
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync(thread)).StatusCode);
        Assert.DoesNotContain("taken out of the replay", await (await school.SignIn(Cast.Amara)).GetStringAsync(thread));
    }

    [Fact]
    public async Task With_what_somebody_wrote_goes_their_thread_and_an_answer_to_it_is_told_to_no_student()
    {
        var (classId, thread) = await HeldClass("Does the median wobble less?");
        await school.Write(db => { db.ReplayEdits.Add(ReplayEdit.Without(ReplayEditKind.Words, school.People[Cast.Mei], classId, school.People[Cast.Amara], school.Clock.GetCurrentInstant())); });
        await IsHiddenFromStudents(thread, "Does the median wobble less?");
        Assert.Equal(HttpStatusCode.Redirect, (await Reply(Cast.Elif, thread, "It wobbles more.")).StatusCode);
        Assert.False(await school.Read(db => db.Notifications.AnyAsync(n => n.PersonId == school.People[Cast.Mei] && n.Link.StartsWith(thread))));
    }

    [Fact]
    public async Task A_cut_elsewhere_leaves_the_thread_where_it_is()
    {
        var (classId, thread) = await HeldClass("Is the mode of any use?");
        await school.Write(db => { db.ReplayEdits.Add(ReplayEdit.Cut(classId, Asked + 1, Asked + 60_000, 75 * 60_000, school.People[Cast.Amara], school.Clock.GetCurrentInstant()).Value); });
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync(thread)).StatusCode);
    }

    private async Task IsHiddenFromStudents(string thread, string title)
    {
        foreach (var who in new[] { Cast.Jonas, Cast.Mei })
        {
            var student = await school.SignIn(who);
            Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(thread)).StatusCode);
            Assert.DoesNotContain(title, await student.GetStringAsync("/courses/statistics/discussions"));
        }
        foreach (var who in new[] { Cast.Amara, Cast.Elif })
        {
            var staff = await school.SignIn(who);
            Assert.Contains("taken out of the replay", await staff.GetStringAsync(thread));
            Assert.Contains("Hidden from students", await staff.GetStringAsync("/courses/statistics/discussions"));
        }
    }

    private async Task<HttpResponseMessage> Reply(string who, string thread, string text) =>
        await (await school.SignIn(who)).PostForm("/courses/statistics/discussions", new() { ["Body"] = text }, $"{thread}?handler=Reply");

    private async Task<(Guid ClassId, string Thread)> HeldClass(string question)
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        school.Clock.Advance(Duration.FromMilliseconds(Asked));
        await mei.Do(new AskQuestion(question));
        school.Clock.Advance(Duration.FromMinutes(63));
        await amara.Do(new EndClass());
        await school.Services.GetRequiredService<JobWorker>().RunDue(default);
        var thread = await school.Read(db => db.Threads.SingleAsync(t => t.ClassActivityId == classId));
        return (classId, $"/courses/statistics/threads/{thread.Id}");
    }
}
