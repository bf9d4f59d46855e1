using System.Net;
using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Domain.Library;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;
using Lyceum.Web.Features.Library;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Decides what a cartridge becomes in a course: what is new, what changed since the last time, where its links lead.</summary>
internal sealed class PlanImport(SchoolDb db, IEnumerable<IPlaceContent> places, IClock clock)
{
    private const string NoModule = "More material";
    private readonly List<ImportLoss> losses = [];

    public async Task<ImportPlan> Of(Cartridge cartridge, UnpackedArchive archive, Course course, bool isNewCourse, IReadOnlyList<PlannedFile> files, CancellationToken ct)
    {
        losses.AddRange(cartridge.Left.Select(l => new ImportLoss(l.Subject, l.Message, [.. l.Arguments.Select(a => a.ToString() ?? "")])));
        var known = await KnownItems.Of(db, course.Id, cartridge.Identifier, ct);
        var modules = cartridge.Modules.Where(m => m.Items.Any(i => PlaceOf(i) is not null)).Select((m, i) => Module(m, course, known, i)).ToList();
        var drafts = modules.SelectMany(m => Drafts(m.Foreign, m.Planned, known)).ToList();
        var links = new ImportLinks(cartridge, course.Slug, files.ToDictionary(f => f.Path, f => f.File), drafts.ToDictionary(d => d.Item.Identifier, d => d.Activity));
        var activities = drafts.Select(d => Fill(d, course, archive, links, known)).ToList();
        var planned = modules.Select(m => m.Planned).ToList();
        if (drafts.All(d => d.IsNew))
            AddUnused([.. links.Unused], course, planned, activities, known);
        return new ImportPlan(cartridge.Identifier, course, isNewCourse, planned, activities, files, losses);
    }

    /// <summary>Files that nothing shows or names come as an unpublished reading with links, so that an instructor can use them.</summary>
    private static void AddUnused(IReadOnlyList<StoredFile> unused, Course course, List<PlannedModule> modules, List<PlannedActivity> activities, KnownItems known)
    {
        if (unused.Count == 0)
            return;
        var html = string.Concat(unused.Select(f => $"<li><a href=\"{LibraryFeature.AddressOf(f)}\">{WebUtility.HtmlEncode(f.Name)}</a></li>"));
        var item = new CartridgePage("unused-files", "Other files", $"<ul>{html}</ul>") { IsPublished = false };
        var module = modules.Count > 0 ? modules[^1] : new PlannedModule("unplaced", Domain.Courses.Module.New(course.Id, known.NextModulePosition, NoModule).Value, true);
        if (modules.Count == 0)
            modules.Add(module);
        var position = activities.Where(a => a.Module == module).Select(a => a.Activity.Position).DefaultIfEmpty(0).Max() + 1;
        var activity = Activity.New(module.Module, ActivityKind.Reading, item.Title, position).Value;
        activities.Add(new PlannedActivity(item, activity, module, true, "", PlaceReading.Of(item.Html)));
    }

    private sealed record Draft(CartridgeItem Item, IPlaceContent Place, Activity Activity, PlannedModule Module, bool IsNew);

    private (CartridgeModule Foreign, PlannedModule Planned) Module(CartridgeModule module, Course course, KnownItems known, int index)
    {
        if (known.Module(module.Identifier) is { } there)
            return (module, new PlannedModule(module.Identifier, there, false));
        var made = Domain.Courses.Module.New(course.Id, known.NextModulePosition + index, Shortened(module.Title ?? NoModule, 120)).Value;
        return (module, new PlannedModule(module.Identifier, made, true));
    }

    private IEnumerable<Draft> Drafts(CartridgeModule foreign, PlannedModule module, KnownItems known)
    {
        var position = known.NextPositionIn(module.Module.Id);
        foreach (var item in foreign.Items)
            if (PlaceOf(item) is not { } place)
                losses.Add(new ImportLoss(item.Title, "A heading within a module has no place here.", []));
            else if (known.Activity(item.Identifier) is { } there)
                yield return new Draft(item, place, there, module, false);
            else
                yield return new Draft(item, place, Activity.New(module.Module, place.KindOf(item), Shortened(item.Title, 160), position++).Value, module, true);
    }

    private PlannedActivity Fill(Draft draft, Course course, UnpackedArchive archive, ImportLinks links, KnownItems known)
    {
        var (item, place, activity, module, isNew) = draft;
        var fingerprint = ImportFingerprint.Of(item, archive);
        if (!isNew && known.Fingerprint(item.Identifier) == fingerprint)
            return new PlannedActivity(item, activity, module, isNew, fingerprint, null);
        var reading = new ItemReading(archive, item.Title, links.From(item.Path), links.FileFrom(item.Path), links.FileAt, losses);
        var content = place.Read(item, reading);
        Describe(activity, item, content, course);
        return new PlannedActivity(item, activity, module, isNew, fingerprint, content);
    }

    private void Describe(Activity activity, CartridgeItem item, PlacedContent content, Course course)
    {
        activity.Describe(Shortened(item.Title, 160), content.EffortMinutes, content.Points is { } points ? Math.Min(points, 10_000) : null);
        if (item.IsPublished)
            activity.Publish();
        else
            activity.Unpublish();
        var grading = item.Grading;
        var window = new Window(grading.Opens, grading.Due, grading.Closes);
        if (window != default && (IsPast(window, course) || activity.Schedule(window).IsRefused))
            losses.Add(new ImportLoss(item.Title, "Its dates are those of a course that is over, so it came without dates.", []));
    }

    /// <summary>Due, or else closed, before the course begins, or before today where the course has no first day.</summary>
    private bool IsPast(Window window, Course course)
    {
        var zone = DateTimeZoneProviders.Tzdb[course.TimeZone];
        var begins = course.StartsOn is { } first ? zone.AtStartOfDay(first).ToInstant() : clock.GetCurrentInstant();
        return (window.Due ?? window.Closes ?? window.Opens) < begins;
    }

    private IPlaceContent? PlaceOf(CartridgeItem item) => places.FirstOrDefault(p => p.Takes(item));

    private static string Shortened(string title, int most)
    {
        var plain = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? "Untitled" : plain.Length <= most ? plain : string.Concat(plain.AsSpan(0, most - 1), "…");
    }
}
