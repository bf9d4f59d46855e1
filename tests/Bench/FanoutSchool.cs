using System.Security.Claims;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Lyceum.Bench;

/// <summary>Classes that go on now, the instructor and the students with the cookies of their sessions, all of whom agree to be recorded, and slides.</summary>
internal sealed record FanoutSchool(Guid[] Classes, Guid[] People, string[] Cookies, Guid Deck)
{
    public static async Task<FanoutSchool> Fill(string data, int students, int classes = 1)
    {
        await using var app = SchoolHost.Build(new SchoolSettings { Data = data, Demo = false });
        await CommandLine.Prepare(app);
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var course = Course.New("fanout", "A large class", "blue", "Europe/Oslo", now).Value;
        course.Publish();
        var module = Module.New(course.Id, 1, "Week 1").Value;
        var activities = Enumerable.Range(1, classes).Select(i => Activity.New(module, ActivityKind.ClassSession, $"Class {i}", i).Value).ToArray();
        foreach (var activity in activities) activity.Publish();
        var people = Enumerable.Range(0, students + 1).Select(i => Person.New($"Person {i}", $"p{i}@fanout.example", "Europe/Oslo", "en", false, now).Value).ToArray();
        var sessions = Array.ConvertAll(people, person => Session.Start(person.Id, "bench", now));
        var deck = StoredFile.New(new string('0', 64), "Slides.pdf", "application/pdf", 1, course.Id, people[0].Id, false, now);
        var agreed = Array.ConvertAll(people, person => RecordingConsent.For(course.Id, person.Id));
        foreach (var consent in agreed) consent.Answer(true, now);
        await app.Services.GetRequiredService<SchoolStore>().Write<Done>(async (db, ct) =>
        {
            db.AddRange(SchoolProfile.New("Bench", "Europe/Oslo", "en"), course, module);
            db.AddRange(activities);
            db.AddRange(activities.Select(activity => ClassSession.New(activity, now, now + Duration.FromHours(1)).Value));
            db.AddRange(people);
            db.AddRange(sessions);
            db.AddRange(people.Select((person, i) => Enrollment.New(course.Id, person.Id, i == 0 ? CourseRole.Instructor : CourseRole.Student, now)));
            db.AddRange(agreed);
            db.Add(deck);
            await db.SaveChangesAsync(ct);
            return new Done();
        });
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignIns.Scheme).TicketDataFormat;
        return new(Array.ConvertAll(activities, activity => activity.Id), Array.ConvertAll(people, person => person.Id), Array.ConvertAll(sessions, session => "lyceum=" + format.Protect(TicketOf(session, now))), deck.Id);
    }

    private static AuthenticationTicket TicketOf(Session session, Instant now) => new(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim("session", session.Id.ToString())], SignIns.Scheme)),
        new AuthenticationProperties { IsPersistent = true, IssuedUtc = now.ToDateTimeOffset(), ExpiresUtc = (now + Duration.FromDays(1)).ToDateTimeOffset() }, SignIns.Scheme);
}
