using System.Net;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;

namespace Lyceum.Web.Tests.Courses;

public sealed class CoursePageFixture : SchoolFixture
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StatisticsScene.Fill(this);
    }
}

public sealed class CoursePageTests(CoursePageFixture school) : IClassFixture<CoursePageFixture>
{
    [Fact]
    public async Task A_student_sees_this_week_open_and_the_other_weeks_folded()
    {
        var page = await (await school.SignIn(Cast.Mei)).GetStringAsync("/courses/statistics");
        Assert.Contains("Week 9 · Sampling", page);
        Assert.Contains("Weeks 1 to 8", page);
        Assert.Contains("48 of 48 done", page);
        Assert.Contains("Why averages settle down", page);
        Assert.Contains("Live · Tue 18:00", page);
        Assert.Contains("Any time · by Sun 23:59", page);
        Assert.Contains("4 of 10", page);
        Assert.DoesNotContain("Intervals: Lecture", page);
    }

    [Fact]
    public async Task A_folded_week_opens_at_its_own_address()
    {
        var page = await (await school.SignIn(Cast.Mei)).GetStringAsync("/courses/statistics?module=10");
        Assert.Contains("Intervals: Lecture 8, variance", page);
        Assert.Contains("Week 9 · Sampling", page);
    }

    [Fact]
    public async Task A_visitor_reads_what_the_course_asks_before_enrolling()
    {
        var page = await school.Visitor().GetStringAsync("/courses/statistics");
        Assert.Contains("1 h 15 min a week", page);
        Assert.Contains("3 h 30 min a week", page);
        Assert.Contains("Tue 18:00", page);
        Assert.Contains("12 classes", page);
        Assert.Contains("Times of Europe/Oslo.", page);
        Assert.Contains("Dr. Amara Okafor", page);
        Assert.DoesNotContain("Why averages settle down", page);
    }

    [Fact]
    public async Task Somebody_who_reads_elsewhere_sees_the_classes_in_their_own_zone()
    {
        var page = await (await school.SignIn(Cast.Noah)).GetStringAsync("/courses/statistics");
        Assert.Contains("Live · Tue 12:00", page);
        Assert.Contains("Any time · by Sun 17:59", page);
    }

    [Fact]
    public async Task A_draft_is_there_for_the_instructor_and_not_for_students_nor_for_the_instructor_who_looks_as_one()
    {
        var draft = Activity.New(school.Week9, ActivityKind.Quiz, "Not ready yet", 9).Value;
        await school.Write(db => { db.Activities.Add(draft); });
        var amara = await school.SignIn(Cast.Amara);
        Assert.Contains("Not ready yet", await amara.GetStringAsync("/courses/statistics"));
        Assert.DoesNotContain("Not ready yet", await amara.GetStringAsync("/courses/statistics?as=student"));
        Assert.DoesNotContain("Not ready yet", await (await school.SignIn(Cast.Jonas)).GetStringAsync("/courses/statistics?as=instructor"));
    }

    [Fact]
    public async Task What_an_instructor_changes_is_on_the_next_page_of_everybody()
    {
        var jonas = await school.SignIn(Cast.Jonas);
        await jonas.GetStringAsync("/courses/statistics");
        await school.AddActivity(ActivityKind.Reading, "Added just now");
        Assert.Contains("Added just now", await jonas.GetStringAsync("/courses/statistics"));
    }

    [Fact]
    public async Task Rows_say_how_much_there_is_to_answer_and_who_teaches()
    {
        var activity = await school.AddActivity(ActivityKind.Quiz, "Ten questions");
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Empty, new QuizRules { AttemptsAllowed = 2 });
        var jonas = await school.SignIn(Cast.Jonas);
        await jonas.GetStringAsync("/courses/statistics");
        await school.Write(db =>
        {
            db.Quizzes.Add(quiz);
            db.Questions.AddRange(Enumerable.Range(0, 10).Select(at => Question.Ask(activity.Id, at, 1, new TrueFalse(RichText.Markdown("True?"), true)).Value));
        });
        var page = WebUtility.HtmlDecode(await jonas.GetStringAsync("/courses/statistics"));
        Assert.Contains("10 questions · 30 min · 2 attempts", page);
        Assert.Contains("Class with Dr. Amara Okafor · 1 h 15 min", page);
    }

    [Fact]
    public async Task A_course_that_nobody_may_see_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await school.Visitor().GetAsync("/courses/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Mei)).GetAsync("/courses/nothing")).StatusCode);
    }
}
