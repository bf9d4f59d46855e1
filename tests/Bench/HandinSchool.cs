using System.Text;
using System.Text.Json;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Domain.School;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Bench;

/// <summary>A course whose students all have an open attempt at each of its quizzes, and the request that hands in each of them.</summary>
internal static class HandinSchool
{
    private const int Students = 2000;
    private const int Quizzes = 40;
    private const int Questions = 10;

    public static async Task<List<byte[]>> Fill(string data)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = data, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("exam", "Exam", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var people = Enumerable.Range(0, Students).Select(i => Person.New($"Student {i}", $"s{i}@exam.example", "Europe/Oslo", "en", false, now).Value).ToList();
        var sessions = people.Select(person => Session.Start(person.Id, "bench", now)).ToList();
        var store = app.Services.GetRequiredService<SchoolStore>();
        await Keep(store, [SchoolProfile.New("Bench", "Europe/Oslo", "en"), course, .. people, .. sessions,
            .. people.Select(person => Enrollment.New(course.Id, person.Id, CourseRole.Student, now))]);
        var module = Module.New(course.Id, 0, "Exams").Value;
        await Keep(store, [module]);
        var signed = sessions.Select(session => Head(app.Services, session)).ToList();
        var requests = new List<byte[]>(Students * Quizzes);
        for (var i = 0; i < Quizzes; i++) requests.AddRange(await AddQuiz(store, course, module, people, signed, now));
        return requests;
    }

    private static async Task<List<byte[]>> AddQuiz(SchoolStore store, Course course, Module module, List<Person> people, List<string> heads, Instant now)
    {
        var activity = Activity.New(module, ActivityKind.Quiz, "Exam", 0, 30, 20).Value;
        activity.Publish();
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Empty, new QuizRules { AttemptsAllowed = 1, TimeLimitMinutes = 600 });
        var choices = Enumerable.Range(0, 4).Select(i => new Choice($"c{i}", RichText.Markdown($"Choice {i}"), i == 0 ? 1 : 0)).ToList();
        var questions = Enumerable.Range(0, Questions).Select(i => Question.Ask(activity.Id, i, 2, new SingleChoice(RichText.Markdown($"Question {i}?"), choices)).Value).ToList();
        await Keep(store, [activity, quiz, .. questions, .. people.Select(person => quiz.Begin(person.Id, activity.Window, [], Questions, 1, now).Value)]);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { answers = questions.Select((question, i) => new { question = question.Id, answer = new { kind = "choice", choiceId = $"c{i % 4}" }, sequence = 1, journaledAt = now.ToUnixTimeMilliseconds() }) });
        return [.. heads.Select(head => (byte[])[.. Encoding.ASCII.GetBytes($"POST /courses/{course.Slug}/quizzes/{activity.Id}/attempts/1/submission HTTP/1.1\r\n{head}Content-Length: {body.Length}\r\n\r\n"), .. body])];
    }

    private static string Head(IServiceProvider services, Session session)
    {
        var browser = Browser.Of(services, session);
        return $"Host: school.example\r\nContent-Type: application/json\r\nCookie: {browser.Cookies}\r\n{Browser.TokenHeader}: {browser.Token}\r\n";
    }

    internal static Task Keep(SchoolStore store, IEnumerable<object> rows) => store.Write<Done>(async (db, ct) =>
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        return new Done();
    });
}
