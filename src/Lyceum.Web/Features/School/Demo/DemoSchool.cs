using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.School.Demo;

/// <summary>
/// Harbour School: a cast and two courses written for it, filled into an empty school in one write. The weekly course is in its ninth week,
/// and one of its classes starts five minutes from now.
/// </summary>
public sealed class DemoSchool(SchoolStore store, IFileStore files, CreateAccount accounts, IPasswordHasher<Account> hasher, IClock clock)
{
    /// <summary>Of everybody in the cast; printed at the first start.</summary>
    public const string Password = "harbour-bus-32";

    private const string Zone = "Europe/Oslo";
    private static readonly string[] Courses = ["statistics", "writing"];

    public static Refusal NotEmpty { get; } = Refusal.Conflict("There are people or courses here already; the demo only fills an empty school.");

    public async Task<Outcome<Done>> Fill(CancellationToken ct = default)
    {
        var stored = new Dictionary<string, Dictionary<string, StoredContent>>();
        foreach (var course in Courses) stored[course] = await DemoOutline.Store(files, course, ct);
        return await store.Write<Done>(async (db, token) =>
        {
            if (await db.People.AnyAsync(token) || await db.Courses.AnyAsync(token)) return NotEmpty;
            // Every row is new, and thousands of them would be compared with themselves again and again.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            if (!await db.School.AnyAsync(token)) db.School.Add(SchoolProfile.New("Harbour School", Zone, "en"));
            var calendar = new DemoCalendar(clock.GetCurrentInstant(), DateTimeZoneProviders.Tzdb[Zone]);
            var cast = CastMember.All();
            var people = AddPeople(db, cast, calendar);
            foreach (var course in Courses) AddCourse(db, course, calendar, cast, people, stored[course]);
            await db.SaveChangesAsync(token);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            return new Done();
        }, ct);
    }

    private Dictionary<string, Person> AddPeople(SchoolDb db, IReadOnlyList<CastMember> cast, DemoCalendar calendar)
    {
        // Hashing is slow by design, and the password is printed for everybody to read: once is enough.
        var hash = hasher.HashPassword(new Account(), Password);
        var people = new Dictionary<string, Person>();
        foreach (var member in cast)
        {
            var person = people[member.Who] = Person.New(member.Name, member.Email, member.Zone, "en", member.IsStaff, calendar.At(1, "Mon 08:00")).Value;
            accounts.Add(db, person, null);
            var account = db.Users.Local.Single(user => user.Id == person.Id);
            (account.PasswordHash, account.EmailConfirmed) = (hash, true);
        }
        return people;
    }

    private static void AddCourse(
        SchoolDb db, string slug, DemoCalendar calendar, IReadOnlyList<CastMember> cast, Dictionary<string, Person> people, Dictionary<string, StoredContent> stored)
    {
        var page = DemoContent.Course(slug);
        var course = DemoOutline.NewCourse(page, calendar);
        db.Courses.Add(course);
        var run = new DemoRun(db, calendar, people, cast, course);
        Enroll(run, page);
        DemoOutline.KeepFiles(run, stored, people[page["teacher"]].Id);
        DemoOutline.Fill(run, page);
        DemoReadings.Fill(run);
        DemoAssignments.Fill(run, page["teacher"]);
        DemoDiscussions.Fill(run);
        DemoQuizzes.Fill(run, page.Find("assistant") ?? page["teacher"]);
        DemoClasses.Fill(run);
        DemoBeside.Fill(run, page["teacher"]);
        if (slug == "statistics") DemoGroups.Fill(run);
        DemoNews.Fill(run, page["teacher"]);
    }

    private static void Enroll(DemoRun run, DemoPage page)
    {
        var from = run.Calendar.At(1, "Mon 09:00");
        void Add(string who, CourseRole role)
        {
            run.Db.Enrollments.Add(Enrollment.New(run.Course.Id, run.Id(who), role, from));
            var consent = RecordingConsent.For(run.Course.Id, run.Id(who));
            consent.Answer(true, from);
            run.Db.RecordingConsents.Add(consent);
        }
        Add(page["teacher"], CourseRole.Instructor);
        if (page.Find("assistant") is { } assistant) Add(assistant, CourseRole.Assistant);
        run.Students.AddRange(page["students"].Split(", ").Select(run.Member));
        foreach (var student in run.Students) Add(student.Who, CourseRole.Student);
    }
}
