using System.Net;
using System.Text;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Imports;

public sealed class QuestionImportTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task Questions_of_a_GIFT_file_are_added_after_those_that_stand_there_and_broken_ones_are_named()
    {
        var quiz = await school.AddActivity(ActivityKind.Quiz, "Quiz of two files", 10);
        await Upload(quiz, "What is 2+2?{#4}\n\n::Broken::Who?{nobody}\n\nThe sun rises in the east.{T}");
        var html = await Upload(quiz, "Which?\nA) One\nB) Two\nANSWER: B");
        Assert.Contains("1 question was added.", html);
        var questions = await school.Read(db => db.Questions.Where(q => q.QuizId == quiz.Id).OrderBy(q => q.Position).ToListAsync());
        Assert.Equal([typeof(Numeric), typeof(TrueFalse), typeof(SingleChoice)], questions.Select(q => q.Content.GetType()));
        Assert.Equal([0, 1, 2], questions.Select(q => q.Position));
    }

    [Fact]
    public async Task What_could_not_be_read_is_named()
    {
        var quiz = await school.AddActivity(ActivityKind.Quiz, "Quiz with losses", 10);
        var html = await Upload(quiz, "::Broken::Who?{nobody}\n\nFine.{T}");
        Assert.Contains("Broken", html);
        Assert.Contains("No answer between the braces begins with = or ~.", html);
    }

    [Fact]
    public async Task A_quiz_that_people_have_begun_takes_no_more()
    {
        var quiz = await school.AddActivity(ActivityKind.Quiz, "Begun quiz", 10);
        await Upload(quiz, "Fine.{T}");
        await school.Write(db =>
        {
            var attempt = Quiz.For(quiz.Id).Begin(school.People[Cast.Mei], default, [], 1, 1, SchoolFixture.Start).Value;
            db.Attempts.Add(attempt);
        });
        Assert.Contains("People have begun this quiz, so questions can no longer be added.", await Upload(quiz, "More.{T}", HttpStatusCode.Conflict));
        Assert.Equal(1, await school.Read(db => db.Questions.CountAsync(q => q.QuizId == quiz.Id)));
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused_with_a_sentence()
    {
        var quiz = await school.AddActivity(ActivityKind.Quiz, "Untouched quiz", 10);
        Assert.Contains("This file holds no text.", await Upload(quiz, "PK\u0003\u0004\0\0", HttpStatusCode.BadRequest));
    }

    private async Task<string> Upload(Activity quiz, string text, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await (await school.SignIn(Cast.Amara)).PostFile($"/courses/statistics/quizzes/{quiz.Id}/import", Encoding.UTF8.GetBytes(text), "questions.txt");
        Assert.Equal(expected, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
