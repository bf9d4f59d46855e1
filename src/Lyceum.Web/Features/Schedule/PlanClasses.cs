using Lyceum.Data;
using Lyceum.Data.Schedule;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Schedule;

/// <param name="SectionId">Null = for the whole course.</param>
public sealed record PlanRequest(Guid? SectionId, string Title, WeeklyRule Rule, int LobbyMinutes, decimal? Points);

/// <summary>How many classes were put into the course or moved there, and how many were held back because the instructor is taken.</summary>
public sealed record PlannedClasses(int Set, int Held);

/// <summary>
/// Turns a weekly rule into class sessions of the course's modules. Planning again changes what has not begun: a date keeps its class, and with it
/// whatever was prepared; a date that is gone, skipped or in conflict is taken off the students' pages, not deleted.
/// </summary>
public sealed class PlanClasses(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> SaveDraft(Viewer viewer, string slug, PlanRequest request, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) => (await Keep(db, course, request, token)).Match<Outcome<Done>>(_ => new Done(), refusal => refusal), ct);

    public Task<Outcome<PlannedClasses>> Publish(Viewer viewer, string slug, PlanRequest request, CancellationToken ct) =>
        store.ChangeCourse<PlannedClasses>(viewer, slug, async (db, course, token) =>
        {
            var kept = await Keep(db, course, request, token);
            if (kept.IsRefused) return kept.Refusal;
            var set = await Apply(db, course, kept.Value, request, token);
            if (!set.IsRefused) kept.Value.Publish(clock.GetCurrentInstant());
            return set;
        }, ct);

    /// <summary>Undoes the last publishing: times and dates as before it, and off the pages what was not there.</summary>
    public Task<Outcome<Done>> TakeBack(Viewer viewer, string slug, Guid? sectionId, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            var plan = await db.ClassPlans.AsTracking().FirstOrDefaultAsync(p => p.CourseId == course.Id && p.SectionId == sectionId, token);
            if (plan is null) return Refusal.NotFound;
            var taken = plan.TakeBack(clock.GetCurrentInstant());
            if (taken.IsRefused) return taken.Refusal;
            var before = new PlanRequest(sectionId, plan.Title, plan.Rule(), plan.LobbyMinutes, null);
            if (taken.Value) return (await Apply(db, course, plan, before, token)).Match<Outcome<Done>>(_ => new Done(), refusal => refusal);
            (await Desk.Open(db, course, plan, before, token)).TakeOff([], []);
            course.Touch();
            return new Done();
        }, ct);

    private async Task<Outcome<PlannedClasses>> Apply(SchoolDb db, Course course, ClassPlan plan, PlanRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var occurrences = request.Rule.Occurrences();
        var conflicts = Conflicts.Find(occurrences, await db.EngagementsOfInstructors(course.Id, plan.Id, now, ct));
        var held = conflicts.Select(c => c.Occurrence.Date).ToHashSet();
        var desk = await Desk.Open(db, course, plan, request, ct);
        foreach (var (number, occurrence) in occurrences.Index().Where(o => o.Item.Starts is not null && !held.Contains(o.Item.Date)))
            if (desk.Set(number + 1, occurrence, now) is { } refusal) return refusal;
        desk.TakeOff(occurrences.Where(o => o.Starts is null || held.Contains(o.Date)).Select(o => o.Date).ToHashSet(), occurrences.Select(o => o.Date).ToHashSet());
        course.Touch();
        return new PlannedClasses(occurrences.Count(o => o.Starts is not null) - held.Count, held.Count);
    }

    private async Task<Outcome<ClassPlan>> Keep(SchoolDb db, Course course, PlanRequest request, CancellationToken ct)
    {
        if (request.SectionId is { } section && !await db.Sections.AnyAsync(one => one.Id == section && one.CourseId == course.Id, ct)) return Refusal.NotFound;
        var plan = await db.ClassPlans.AsTracking().FirstOrDefaultAsync(p => p.CourseId == course.Id && p.SectionId == request.SectionId, ct);
        if (plan is null) db.ClassPlans.Add(plan = ClassPlan.New(course.Id, request.SectionId));
        var kept = plan.Keep(request.Title, request.Rule, request.LobbyMinutes, clock.GetCurrentInstant());
        return kept.IsRefused ? kept.Refusal : plan;
    }

    /// <summary>What a plan works on: the modules of the course, and the classes that it made before.</summary>
    private sealed class Desk(SchoolDb db, Course course, ClassPlan plan, PlanRequest request, List<Module> modules, List<(ClassSession Session, Activity Activity)> made)
    {
        private readonly Dictionary<Guid, int> positions = [];

        public static async Task<Desk> Open(SchoolDb db, Course course, ClassPlan plan, PlanRequest request, CancellationToken ct)
        {
            var modules = await db.ModulesOf(course, ct);
            var made = await (from session in db.ClassSessions.AsTracking()
                              join activity in db.Activities.AsTracking() on session.ActivityId equals activity.Id
                              where session.PlanId == plan.Id
                              select new { session, activity }).ToListAsync(ct);
            var desk = new Desk(db, course, plan, request, modules, made.ConvertAll(m => (m.session, m.activity)));
            foreach (var module in modules) desk.positions[module.Id] = await db.Activities.Where(a => a.ModuleId == module.Id).MaxAsync(a => (int?)a.Position, ct) ?? 0;
            return desk;
        }

        public Refusal? Set(int number, Occurrence occurrence, Instant now)
        {
            var (session, activity) = made.FirstOrDefault(m => m.Session.PlanDate == occurrence.Date);
            if (session is not null)
            {
                if (session.StartedAt is not null || session.Ends < now) return null;
                if (session.Reschedule(occurrence.Starts!.Value, occurrence.Ends!.Value, Duration.FromMinutes(request.LobbyMinutes)).Refusal is { } refused) return refused;
                session.CountBy(session.Credit, EndOfWeek(occurrence));
                activity.Publish();
                return null;
            }
            return Make(number, occurrence);
        }

        public void TakeOff(HashSet<LocalDate> off, HashSet<LocalDate> planned)
        {
            foreach (var (session, activity) in made)
                if (session is { StartedAt: null, PlanDate: { } date } && (off.Contains(date) || !planned.Contains(date))) activity.Unpublish();
        }

        private Refusal? Make(int number, Occurrence occurrence)
        {
            var module = ModuleOf(occurrence);
            var created = Activity.New(module, ActivityKind.ClassSession, $"{plan.Title} {number}", ++positions[module.Id], request.Rule.Minutes, request.Points);
            if (created.IsRefused) return created.Refusal;
            var session = ClassSession.New(created.Value, occurrence.Starts!.Value, occurrence.Ends!.Value, Duration.FromMinutes(request.LobbyMinutes), request.SectionId);
            if (session.IsRefused) return session.Refusal;
            session.Value.ComeFrom(plan.Id, occurrence.Date);
            session.Value.CountBy(new CreditRule(Math.Max(5, request.Rule.Minutes * 8 / 15), CreditRule.Usual.ReplayPercent, true), EndOfWeek(occurrence));
            created.Value.Publish();
            db.Activities.Add(created.Value);
            db.ClassSessions.Add(session.Value);
            return null;
        }

        private Module ModuleOf(Occurrence occurrence)
        {
            var day = occurrence.Local.Date;
            if (modules.FirstOrDefault(m => m.StartsOn <= day && day <= (m.EndsOn ?? m.StartsOn)) is { } module) return module;
            var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
            var made = Module.New(course.Id, modules.Count == 0 ? 1 : modules.Max(m => m.Position) + 1, $"Week {occurrence.Week}", monday, monday.PlusDays(6)).Value;
            db.Modules.Add(made);
            modules.Add(made);
            positions[made.Id] = 0;
            return made;
        }

        // The replay counts until the Sunday of that week is over, where the class is held.
        private Instant EndOfWeek(Occurrence occurrence)
        {
            var monday = occurrence.Local.Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday));
            return DateTimeZoneProviders.Tzdb[request.Rule.Zone].AtStartOfDay(monday).ToInstant() - Duration.FromMinutes(1);
        }
    }
}
