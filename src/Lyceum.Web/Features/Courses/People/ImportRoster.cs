using Lyceum.Data;
using Lyceum.Data.Accounts;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Lyceum.Interop.Courses;
using Lyceum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What became, or would become, of each line of a list.</summary>
public sealed record RosterReport(IReadOnlyList<RosterLine> Lines)
{
    public int Count(RosterFate fate) => Lines.Count(line => line.Fate == fate);
}

/// <summary>A list of people into a course: first looked at, then done, with a line for every line. Doing it again changes nothing more.</summary>
public sealed class ImportRoster(SchoolStore store, CreateAccount accounts, CourseLetters letters, IClock clock)
{
    /// <summary>What would happen; changes nothing.</summary>
    public Task<Outcome<RosterReport>> Preview(Viewer viewer, string slug, ReadOnlyMemory<byte> file, CancellationToken ct = default) =>
        Judge(viewer, slug, RosterFile.Read(file), (_, _, _) => Task.CompletedTask, ct);

    public Task<Outcome<RosterReport>> Run(Viewer viewer, string slug, ReadOnlyMemory<byte> file, CancellationToken ct = default) =>
        Judge(viewer, slug, RosterFile.Read(file), (db, course, lines) => Apply(db, viewer, course, lines, ct), ct);

    /// <summary>One person, by mail address: known or not.</summary>
    public Task<Outcome<RosterReport>> Invite(Viewer viewer, string slug, RosterCells one, CancellationToken ct = default) =>
        Judge(viewer, slug, new[] { one }, (db, course, lines) => Apply(db, viewer, course, lines, ct), ct);

    private Task<Outcome<RosterReport>> Judge(
        Viewer viewer, string slug, Outcome<RosterCells[]> cells, Func<SchoolDb, Course, IReadOnlyList<RosterLine>, Task> then, CancellationToken ct) =>
        cells.IsRefused
            ? Task.FromResult<Outcome<RosterReport>>(cells.Refusal)
            : store.ChangeCourse<RosterReport>(viewer, slug, async (db, course, token) =>
            {
                var lines = Roster.Judge(cells.Value, await Known(db, course, cells.Value, token));
                await then(db, course, lines);
                return new RosterReport(lines);
            }, ct);

    private static async Task<IReadOnlyCollection<RosterKnown>> Known(SchoolDb db, Course course, RosterCells[] cells, CancellationToken ct)
    {
        var emails = cells.Select(line => Address(line.Email)).ToHashSet();
        return await (from person in db.People
                      where emails.Contains(person.Email)
                      let place = db.Enrollments.FirstOrDefault(one =>
                          one.PersonId == person.Id && one.CourseId == course.Id && one.State == EnrollmentState.Active)
                      select new RosterKnown(
                          person.Email, place == null ? null : place.Role,
                          place == null ? null : db.Sections.Where(section => section.Id == place.SectionId).Select(section => section.Name).FirstOrDefault()))
            .ToListAsync(ct);
    }

    private async Task Apply(SchoolDb db, Viewer viewer, Course course, IReadOnlyList<RosterLine> lines, CancellationToken ct)
    {
        var doable = lines.Where(line => line.Fate is RosterFate.Enroll or RosterFate.Invite or RosterFate.Change).ToList();
        var emails = doable.Select(line => Address(line.Email)).ToHashSet();
        var people = await db.People.AsTracking().Where(person => emails.Contains(person.Email)).ToDictionaryAsync(person => person.Email, ct);
        var ids = people.Values.Select(person => person.Id).ToHashSet();
        var places = await db.Enrollments.AsTracking().Where(one => one.CourseId == course.Id && ids.Contains(one.PersonId)).ToDictionaryAsync(one => one.PersonId, ct);
        var sections = await db.Sections.AsTracking().Where(section => section.CourseId == course.Id).ToListAsync(ct);
        var newcomers = await db.Users.Where(account => ids.Contains(account.Id) && !account.EmailConfirmed).ToDictionaryAsync(account => account.Id, ct);
        foreach (var line in doable)
        {
            var person = people.GetValueOrDefault(Address(line.Email)) ?? Make(db, course, line, newcomers);
            var sectionId = SectionOf(db, course, sections, line.Section);
            Place(db, course, line, person, places.GetValueOrDefault(person.Id), sectionId);
            if (line.Fate != RosterFate.Change) letters.Invite(db, course, person, newcomers.GetValueOrDefault(person.Id));
        }
        db.Audit.Add(AuditEntry.New("RosterImported", viewer.PersonId, null, course.Id, $"{doable.Count} of {lines.Count} lines", clock.GetCurrentInstant()));
    }

    private Person Make(SchoolDb db, Course course, RosterLine line, Dictionary<Guid, Account> newcomers)
    {
        var person = Person.New(line.Name, line.Email, course.TimeZone, "en", isStaff: false, clock.GetCurrentInstant()).Value;
        newcomers[person.Id] = accounts.Add(db, person, password: null);
        return person;
    }

    private void Place(SchoolDb db, Course course, RosterLine line, Person person, Enrollment? place, Guid? sectionId)
    {
        var now = clock.GetCurrentInstant();
        if (place is null)
        {
            db.Enrollments.Add(Enrollment.New(course.Id, person.Id, line.Role, now, sectionId));
            return;
        }
        if (!place.IsActive) place.Return(now);
        place.Assign(line.Role, sectionId ?? place.SectionId);
    }

    private static Guid? SectionOf(SchoolDb db, Course course, List<Section> sections, string? name)
    {
        if (name is null) return null;
        var section = sections.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (section is not null) return section.Id;
        section = Section.New(course.Id, name).Value;
        sections.Add(section);
        db.Sections.Add(section);
        return section.Id;
    }

    private static string Address(string email) => email.Trim().ToLowerInvariant();
}
