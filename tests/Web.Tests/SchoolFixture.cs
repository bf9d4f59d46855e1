using System.Net;
using System.Text.RegularExpressions;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace Lyceum.Web.Tests;

/// <summary>
/// A school of its own for a test class: the real host on a free port, SQLite in a temporary folder or a database of PostgreSQL, a clock that the test owns
/// (it stands at Tuesday 24 November 2026, 18:00 in Oslo), and the cast in two courses.
/// </summary>
public class SchoolFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-web-").FullName;
    private readonly Dictionary<string, (HttpClient Client, Instant Since)> clients = [];
    private string postgres = "";

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 17, 0);

    public FakeClock Clock { get; } = new(Start);
    public Microsoft.AspNetCore.Builder.WebApplication App { get; private set; } = null!;
    public Uri Address { get; protected set; } = null!;
    public IServiceProvider Services => App.Services;
    public SchoolStore Store => Services.GetRequiredService<SchoolStore>();
    public Dictionary<string, Guid> People { get; } = [];
    public virtual string Password => Cast.Password;
    public virtual bool IsOnPostgres => TestPostgres.IsForAll;
    public Course Statistics { get; private set; } = null!;
    public Course Writing { get; private set; } = null!;
    /// <summary>The first module of statistics.</summary>
    public Module Week9 { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        if (IsOnPostgres) postgres = await TestPostgres.Create();
        await StartHost();
        await FillSchool();
    }

    /// <summary>The settings of this school; a fixture that needs others overrides it.</summary>
    protected virtual SchoolSettings Settings() => new()
    {
        Data = folder,
        Postgres = postgres,
        Urls = "http://127.0.0.1:0",
        Demo = false,
        Development = true,
        WritesPerMinute = 1_000_000,
        SignInsPerMinute = 1_000_000,
        Media = new() { Port = 0, Listen = "127.0.0.1" },
    };

    protected virtual void Replace(IServiceCollection services) => services.AddSingleton<IClock>(Clock);

    private async Task StartHost()
    {
        App = SchoolHost.Build(Settings(), services =>
        {
            // What a test run prints is about tests; that keys lie unencrypted in a temporary folder is not.
            services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
            Replace(services);
        });
        await CommandLine.Prepare(App);
        await App.StartAsync();
        Address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Who and what is there before the first test.</summary>
    protected virtual async Task FillSchool()
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<CreateAccount>();
        await Write(async db =>
        {
            db.School.Add(SchoolProfile.New("Harbour School", "Europe/Oslo", "en"));
            foreach (var (who, name, zone) in Cast.All)
            {
                var person = Person.New(name, Cast.EmailOf(who), zone, "en", who == Cast.Ruth, Start).Value;
                accounts.Add(db, person, Cast.Password);
                People[who] = person.Id;
            }
            Statistics = await AddCourse(db, "statistics", "Introduction to Statistics", "blue");
            Writing = await AddCourse(db, "writing", "Academic Writing", "amber");
            Week9 = Module.New(Statistics.Id, 1, "Sampling", new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 29)).Value;
            db.Modules.Add(Week9);
            Enroll(db, Statistics, CourseRole.Instructor, Cast.Amara);
            Enroll(db, Statistics, CourseRole.Assistant, Cast.Elif);
            Enroll(db, Statistics, CourseRole.Student, Cast.Mei, Cast.Jonas, Cast.Lucia, Cast.Samir, Cast.Noah, Cast.Arjun, Cast.Hana);
            Enroll(db, Writing, CourseRole.Instructor, Cast.IngridDahl);
            Enroll(db, Writing, CourseRole.Student, Cast.Leo, Cast.Hana);
            var removed = Enrollment.New(Statistics.Id, People[Cast.Zofia], CourseRole.Student, Start);
            removed.Remove(Start);
            db.Enrollments.Add(removed);
        });
    }

    private static Task<Course> AddCourse(SchoolDb db, string slug, string title, string hue)
    {
        var course = Course.New(slug, title, hue, "Europe/Oslo", Start).Value;
        course.Place(hue, "Europe/Oslo", new LocalDate(2026, 9, 28), new LocalDate(2026, 12, 20));
        course.Admit(EnrollmentPolicy.Open, null);
        course.Publish();
        db.Courses.Add(course);
        return Task.FromResult(course);
    }

    private void Enroll(SchoolDb db, Course course, CourseRole role, params string[] who)
    {
        db.Enrollments.AddRange(who.Select(name => Enrollment.New(course.Id, People[name], role, Start)));
        db.RecordingConsents.AddRange(who.Select(name => Agreed(course.Id, People[name])));
    }

    /// <summary>The cast agreed long ago to be recorded; whoever tests the question takes that back.</summary>
    private static RecordingConsent Agreed(Guid courseId, Guid personId)
    {
        var consent = RecordingConsent.For(courseId, personId);
        consent.Answer(true, Start);
        return consent;
    }

    /// <summary>Puts rows into the school; saved when the action returns.</summary>
    public async Task Write(Func<SchoolDb, Task> action) => await Store.Write<Done>(async (db, ct) =>
    {
        await action(db);
        await db.SaveChangesAsync(ct);
        return new Done();
    });

    public Task Write(Action<SchoolDb> action) => Write(db => { action(db); return Task.CompletedTask; });

    public async Task<T> Read<T>(Func<SchoolDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<SchoolDb>());
    }

    /// <summary>A published activity in week 9 of statistics, or in another module.</summary>
    public async Task<Activity> AddActivity(ActivityKind kind, string title, decimal? points = null, Module? module = null)
    {
        var activity = Activity.New(module ?? Week9, kind, title, 1, 30, points).Value;
        activity.Publish();
        await Write(db => { db.Activities.Add(activity); });
        return activity;
    }

    /// <summary>A published course of its own for a test that counts what is in one.</summary>
    public async Task<Course> AddCourse(string slug, string instructor)
    {
        Course? added = null;
        await Write(async db =>
        {
            added = await AddCourse(db, slug, slug, "teal");
            Enroll(db, added, CourseRole.Instructor, instructor);
        });
        return added!;
    }

    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser in which this person is signed in; the same one each time.</summary>
    public async Task<HttpClient> SignIn(string who)
    {
        // A test that lets weeks go by has ended the sessions of those that come after it.
        var now = Clock.GetCurrentInstant();
        if (clients.TryGetValue(who, out var known) && now - known.Since < Duration.FromDays(1)) return known.Client;
        var client = await SignInAnew(who);
        clients[who] = (client, now);
        return client;
    }

    /// <summary>Another browser of the same person.</summary>
    public async Task<HttpClient> SignInAnew(string who)
    {
        var client = Visitor();
        var answer = await client.PostForm("/signin", new() { ["Email"] = Cast.EmailOf(who), ["Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var (client, _) in clients.Values) client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (IsOnPostgres) await TestPostgres.Drop(postgres);
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public static partial class Forms
{
    /// <summary>Gets the page, takes its anti-forgery token and posts the form to it (or to <paramref name="action"/>).</summary>
    public static async Task<HttpResponseMessage> PostForm(this HttpClient client, string page, Dictionary<string, string> fields, string? action = null)
    {
        fields["__RequestVerificationToken"] = await client.TokenOf(page);
        return await client.PostAsync(action ?? page, new FormUrlEncodedContent(fields));
    }

    public static async Task<string> TokenOf(this HttpClient client, string page)
    {
        var html = await client.GetStringAsync(page);
        return WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
    }

    [GeneratedRegex("<meta name=\"csrf\" content=\"([^\"]+)\"")]
    private static partial Regex Token();
}
