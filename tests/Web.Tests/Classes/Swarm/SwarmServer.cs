using System.Net;
using System.Net.Sockets;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Process = System.Diagnostics.Process;

namespace Lyceum.Web.Tests.Classes.Swarm;

/// <summary>The real server as a process of its own, over a school with one class that goes on now. It can be killed and started again at the same address.</summary>
internal sealed class SwarmServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lyceum-swarm-").FullName;
    private readonly int port = FreePort();
    private Process? process;
    private TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address => new($"http://127.0.0.1:{port}");
    public Guid ClassId { get; private set; }
    /// <summary>Completes as soon as the server answers; while it is down it is another task.</summary>
    public Task Up => Volatile.Read(ref up).Task;

    /// <summary>The session cookies of an instructor, who is first, and of as many students.</summary>
    public async Task<string[]> Fill(int students)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = folder, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("swarm", "A large class", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var module = Module.New(course.Id, 1, "Week 1").Value;
        var activity = Activity.New(module, ActivityKind.ClassSession, "A large class", 1).Value;
        activity.Publish();
        ClassId = activity.Id;
        var people = Enumerable.Range(0, students + 1).Select(i => Person.New($"Person {i}", $"p{i}@harbour.example", "Europe/Oslo", "en", false, now).Value).ToArray();
        var sessions = Array.ConvertAll(people, person => Session.Start(person.Id, "swarm", now));
        await app.Services.GetRequiredService<SchoolStore>().Write<Done>(async (db, ct) =>
        {
            db.AddRange(SchoolProfile.New("Harbour School", "Europe/Oslo", "en"), course, module, activity, ClassSession.New(activity, now, now + Duration.FromHours(1)).Value);
            db.AddRange(people);
            db.AddRange(sessions);
            db.AddRange(people.Select((person, i) => Enrollment.New(course.Id, person.Id, i == 0 ? CourseRole.Instructor : CourseRole.Student, now)));
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignIns.Scheme).TicketDataFormat;
        return Array.ConvertAll(sessions, session => "lyceum=" + format.Protect(TicketOf(session, now)));
    }

    public async Task Start()
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "lyceum.dll"), "--data", folder, "--urls", Address.ToString().TrimEnd('/'), "--demo", "false"]) { RedirectStandardOutput = true };
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Application started", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            up.TrySetResult();
            return;
        }
        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>kill -9: nothing is said goodbye to.</summary>
    public async Task Kill()
    {
        Volatile.Write(ref up, new(TaskCreationOptions.RunContinuationsAsynchronously));
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task<T> Read<T>(Func<SchoolDb, Task<T>> query)
    {
        var options = new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<SchoolDb>();
        new SchoolSettings { Data = folder }.Database.Configure(options);
        await using var db = new SchoolDb(options.Options);
        return await query(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static AuthenticationTicket TicketOf(Session session, Instant now) => new(
        new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([new("session", session.Id.ToString())], SignIns.Scheme)),
        new AuthenticationProperties { IsPersistent = true, IssuedUtc = now.ToDateTimeOffset(), ExpiresUtc = (now + Duration.FromDays(1)).ToDateTimeOffset() }, SignIns.Scheme);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
