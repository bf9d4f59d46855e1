using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

public sealed class ClassPagesTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task The_list_says_what_is_to_come_and_what_a_past_class_still_asks_and_the_roster_who_was_there()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        school.Clock.Advance(Duration.FromMinutes(62));
        await amara.Do(new EndClass());
        await school.Services.GetRequiredService<JobWorker>().RunDue(default);
        await school.AddClass(school.Clock.GetCurrentInstant() + Duration.FromDays(1));

        var seenByMei = await TextOf(Cast.Mei, "/courses/statistics/classes");
        Assert.Contains("Credit earned", seenByMei);
        Assert.Contains("To come", seenByMei);
        Assert.DoesNotContain("Plan the term", seenByMei);
        Assert.Contains("Replay · counts until", await TextOf(Cast.Jonas, "/courses/statistics/classes"));
        Assert.Contains("1 of 7 have the credit", await TextOf(Cast.Amara, "/courses/statistics/classes"));
        var roster = await TextOf(Cast.Elif, $"/courses/statistics/classes/{classId}/attendance");
        Assert.Contains("62 min", roster);
        Assert.Contains("earned", roster);
    }

    [Fact]
    public async Task An_instructor_prepares_the_plan_the_polls_and_what_earns_the_credit()
    {
        var classId = await school.AddClass();
        var amara = await school.SignIn(Cast.Amara);
        var page = $"/courses/statistics/classes/{classId}/edit";
        var answer = await amara.PostForm(page, new()
        {
            ["Form.Title"] = "Limit theorem", ["Form.Starts"] = "2026-12-01T18:00", ["Form.Minutes"] = "60", ["Form.LobbyMinutes"] = "15", ["Form.CountsUntil"] = "2026-12-06T23:59",
            ["Form.AttendMinutes"] = "30", ["Form.ReplayPercent"] = "80", ["Form.AnswerPolls"] = "true", ["Form.IsPublished"] = "true", ["Form.Points"] = "2",
            ["Form.Segments"] = "Recap 10\nThe theorem 50", ["Form.Polls"] = "What halves?\n- n\n* the spread\n\nWhich did you expect? (several)\n- This\n- That",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = await school.Read(db => db.ClassSessions.SingleAsync(s => s.ActivityId == classId));
        Assert.Equal((Instant.FromUtc(2026, 12, 1, 17, 0), Instant.FromUtc(2026, 12, 1, 16, 45), Instant.FromUtc(2026, 12, 6, 22, 59)), (session.Starts, session.LobbyOpens, session.ReplayCountsUntil!.Value));
        Assert.Equal([new("Recap", 10), new("The theorem", 50)], session.Segments);
        Assert.Equal((new CreditRule(30, 80, true), 2, true, 1), (session.Credit, session.Polls.Length, session.Polls[1].IsMultiple, session.Polls[0].Correct.Single()));
        Assert.Contains("* the spread", await TextOf(Cast.Amara, page));
    }

    [Fact]
    public async Task Staff_correct_what_the_log_does_not_know_with_a_reason_and_it_counts_and_is_on_record()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        school.Clock.Advance(Duration.FromMinutes(62));
        await amara.Do(new EndClass());
        var page = $"/courses/statistics/classes/{classId}/attendance";
        var elif = await school.SignIn(Cast.Elif);
        var jonas = school.People[Cast.Jonas];
        Task<HttpResponseMessage> Correct(string minutes, string reason) =>
            elif.PostForm(page, new() { ["person"] = $"{jonas}", ["minutes"] = minutes, ["reason"] = reason }, page + "?handler=Correct");
        Assert.Equal(HttpStatusCode.BadRequest, (await Correct("50", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("50", "Sat beside Mei")).StatusCode);
        var roster = await TextOf(Cast.Amara, page);
        Assert.Contains("50 min", roster);
        Assert.Contains("corrected by Elif Kaya: Sat beside Mei", roster);
        Assert.Equal(10, (await school.Read(db => db.Grades.SingleAsync(g => g.ActivityId == classId && g.PersonId == jonas))).Score);
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("", "")).StatusCode);
        Assert.DoesNotContain("Sat beside Mei", await TextOf(Cast.Amara, page));
        Assert.Equal(["AttendanceCorrected", "AttendanceCorrectionWithdrawn"], await school.Read(db => db.Audit.Where(a => a.SubjectId == jonas && a.What.StartsWith("Attendance")).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.What).ToListAsync()));
    }

    [Fact]
    public void Polls_are_written_as_they_are_read()
    {
        const string text = "Which did you expect? (several)\n- This\n* That\n\nHow sure are you? (scale)\n- 1\n- 2\n- 3\n\nIn one word? (word)";
        Assert.Equal(text, PollText.Write([.. PollText.Read(text).Select(p => PollRules.Prepare(p).Value)]));
    }

    [Theory]
    [InlineData("Only a question")]
    [InlineData("Too many\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n- 11")]
    public void A_poll_that_cannot_be_is_refused(string text) => Assert.True(PollRules.Prepare(PollText.Read(text).Single()).IsRefused);

    private async Task<string> TextOf(string who, string page) => WebUtility.HtmlDecode(await (await school.SignIn(who)).GetStringAsync(page));
}
