using System.Diagnostics;
using System.Net;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Lyceum.Domain.School;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Activity = Lyceum.Domain.Courses.Activity;
using ActivityKind = Lyceum.Domain.Courses.ActivityKind;

namespace Lyceum.Bench;

/// <summary>
/// The start of an exam: 3,000 students press Begin within ten seconds, and each gets the page with the questions. From the instant at which
/// each pressed to having the page, whatever held it up. Twice: in a server that has served for as long as an exam's rush takes, and in one that
/// has only just been started, whose runtime still compiles what turns out to be hot.
/// </summary>
internal static class Exam
{
    private const int Students = 3000;
    private const int Questions = 20;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var (page, browsers) = await Fill(folder.Path);
        await using var server = await ServerProcess.Start(folder.Path);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://{server.Address}") };
        var cold = await Rush(server, http, page, browsers[..Students], "just started");
        var warm = await Rush(server, http, page, browsers[Students..], "in service");
        return
        [
            new("exam.start-p99-ms", P99(warm), "<=", 250),
            new("exam.cold-start-p99-ms", P99(cold), "<=", 250),
            new("exam.errors", cold.Concat(warm).Count(answer => answer is null), "<=", 0),
        ];
    }

    private static async Task<double?[]> Rush(ServerProcess server, HttpClient http, string page, Browser[] browsers, string said)
    {
        var cpu = server.CpuTime;
        var answers = await Begin(http, page, browsers, Time);
        await Console.Error.WriteLineAsync($"exam: {(server.CpuTime - cpu).TotalMilliseconds / browsers.Length:0.00} ms of the server's CPU a start, {said}");
        return answers;
    }

    private static double P99(double?[] answers)
    {
        var pages = answers.OfType<double>().Order().ToList();
        return pages.Count == 0 ? double.MaxValue : pages[(int)(pages.Count * .99)];
    }

    private static async Task<double?[]> Begin(HttpClient http, string page, Browser[] browsers, TimeSpan time)
    {
        var begun = new List<Task<double?>>(browsers.Length);
        var clock = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (begun.Count < browsers.Length && await pace.WaitForNextTickAsync())
        {
            while (begun.Count < browsers.Length && time * begun.Count / browsers.Length <= clock.Elapsed)
            {
                var (browser, pressed) = (browsers[begun.Count], time * begun.Count / browsers.Length);
                begun.Add(Task.Run(() => BeginOne(http, page, browser, clock, pressed)));
            }
        }
        return await Task.WhenAll(begun);
    }

    /// <summary>Milliseconds; null when it went wrong.</summary>
    private static async Task<double?> BeginOne(HttpClient http, string page, Browser browser, Stopwatch clock, TimeSpan pressed)
    {
        try
        {
            using var begin = Request(HttpMethod.Post, page, browser);
            using var sent = await http.SendAsync(begin);
            if (sent.StatusCode != HttpStatusCode.Redirect) return null;
            using var open = Request(HttpMethod.Get, page + "/attempt", browser);
            using var questions = await http.SendAsync(open);
            return questions.IsSuccessStatusCode ? (clock.Elapsed - pressed).TotalMilliseconds : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string page, Browser browser)
    {
        var request = new HttpRequestMessage(method, page);
        request.Headers.Add("Cookie", browser.Cookies);
        request.Headers.Add(Browser.TokenHeader, browser.Token);
        return request;
    }

    private static async Task<(string Page, Browser[] Browsers)> Fill(string data)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = data, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("exam", "Exam", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var module = Module.New(course.Id, 0, "Exams").Value;
        var activity = Activity.New(module, ActivityKind.Quiz, "Exam", 0, 60, 40).Value;
        activity.Publish();
        var quiz = Quiz.For(activity.Id);
        quiz.Arrange(RichText.Empty, new QuizRules { AttemptsAllowed = 1, TimeLimitMinutes = 60, Shuffles = true });
        var choices = Enumerable.Range(0, 4).Select(i => new Choice($"c{i}", RichText.Markdown($"Choice {i}"), i == 0 ? 1 : 0)).ToList();
        var questions = Enumerable.Range(0, Questions).Select(i => Question.Ask(activity.Id, i, 2, new SingleChoice(RichText.Markdown($"Question {i}?"), choices)).Value);
        var people = Enumerable.Range(0, 2 * Students).Select(i => Person.New($"Student {i}", $"s{i}@exam.example", "Europe/Oslo", "en", false, now).Value).ToList();
        var sessions = people.Select(person => Session.Start(person.Id, "bench", now)).ToList();
        await HandinSchool.Keep(app.Services.GetRequiredService<SchoolStore>(), [SchoolProfile.New("Bench", "Europe/Oslo", "en"), course, module, activity, quiz, .. questions,
            .. people, .. sessions, .. people.Select(person => Enrollment.New(course.Id, person.Id, CourseRole.Student, now))]);
        return ($"/courses/{course.Slug}/quizzes/{activity.Id}", [.. sessions.Select(session => Browser.Of(app.Services, session))]);
    }
}
