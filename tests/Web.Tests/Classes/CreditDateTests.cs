using System.Net;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

/// <summary>The date until when a class counts is changed after the class: the credit is settled by the new one.</summary>
public sealed class CreditDateTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task A_class_that_is_given_more_time_opens_again_for_those_who_missed_it_and_is_settled_when_that_is_over()
    {
        var classId = await school.HoldClass();
        school.Clock.Advance(Duration.FromDays(6));
        await Settle();
        Assert.Equal(GradeState.Missing, await StateOf(classId, Cast.Jonas));
        await CountUntil(classId, school.Clock.GetCurrentInstant() + Duration.FromDays(3));
        await Settle();
        Assert.Null(await StateOf(classId, Cast.Jonas));
        Assert.Equal(GradeState.Scored, await StateOf(classId, Cast.Mei));
        school.Clock.Advance(Duration.FromDays(4));
        await Settle();
        Assert.Equal(GradeState.Missing, await StateOf(classId, Cast.Jonas));
    }

    [Fact]
    public async Task A_class_whose_date_is_taken_back_before_now_is_settled_at_once()
    {
        var classId = await school.HoldClass();
        await Settle();
        Assert.Null(await StateOf(classId, Cast.Jonas));
        school.Clock.Advance(Duration.FromDays(2));
        await CountUntil(classId, school.Clock.GetCurrentInstant() - Duration.FromDays(1));
        await Settle();
        Assert.Equal(GradeState.Missing, await StateOf(classId, Cast.Jonas));
    }

    [Fact]
    public async Task A_lesson_that_gets_a_due_date_in_the_inspector_of_the_course_is_settled_after_it()
    {
        var activity = await school.AddActivity(ActivityKind.ClassSession, "Before you come", points: 5);
        await school.Write(db => { db.ClassSessions.Add(ClassSession.Lesson(activity, null, school.Clock.GetCurrentInstant())); });
        await using (var amara = await Participant.Join(school, Cast.Amara, activity.Id))
        {
            await amara.Do(new StartClass());
            school.Clock.Advance(Duration.FromMinutes(20));
            await amara.Do(new EndClass());
        }
        await Settle();
        var due = (school.Clock.GetCurrentInstant() + Duration.FromDays(2)).InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).LocalDateTime;
        var arrange = school.Services.GetRequiredService<ArrangeActivities>();
        Assert.Null((await arrange.Save(new Viewer(school.People[Cast.Amara], false), "statistics", activity.Id, new("Before you come", 20, 5, new LocalWindow(null, due, null), true))).Refusal);
        await Settle();
        Assert.Null(await StateOf(activity.Id, Cast.Jonas));
        school.Clock.Advance(Duration.FromDays(3));
        await Settle();
        Assert.Equal(GradeState.Missing, await StateOf(activity.Id, Cast.Jonas));
    }

    private Task Settle() => school.Services.GetRequiredService<JobWorker>().RunDue(default);

    private Task<GradeState?> StateOf(Guid classId, string who) =>
        school.Read(db => db.Grades.Where(g => g.ActivityId == classId && g.PersonId == school.People[who]).Select(g => (GradeState?)g.State).SingleOrDefaultAsync());

    private async Task CountUntil(Guid classId, Instant until)
    {
        var local = until.InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null);
        var answer = await (await school.SignIn(Cast.Amara)).PostForm($"/courses/statistics/classes/{classId}/edit", new()
        {
            ["Form.Title"] = "Sampling distributions", ["Form.Starts"] = "2026-11-24T18:00", ["Form.Minutes"] = "75", ["Form.LobbyMinutes"] = "10", ["Form.CountsUntil"] = local,
            ["Form.AttendMinutes"] = "40", ["Form.ReplayPercent"] = "90", ["Form.IsPublished"] = "true", ["Form.Points"] = "10",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
