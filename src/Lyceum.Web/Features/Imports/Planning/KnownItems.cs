using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

/// <summary>What earlier imports of the same cartridge made in a course, also what was taken out since.</summary>
internal sealed class KnownItems
{
    private readonly Dictionary<(ImportItemKind, string), ImportItem> items;
    private readonly Dictionary<Guid, Module> modules;
    private readonly Dictionary<Guid, Activity> activities;

    private KnownItems(List<ImportItem> items, List<Module> modules, List<Activity> activities)
    {
        this.items = items.ToDictionary(i => (i.Kind, i.ForeignId));
        this.modules = modules.ToDictionary(m => m.Id);
        this.activities = activities.ToDictionary(a => a.Id);
    }

    public int NextModulePosition => modules.Values.Select(m => m.Position).DefaultIfEmpty(0).Max() + 1;

    public static async Task<KnownItems> Of(SchoolDb db, Guid courseId, string source, CancellationToken ct) => new(
        await db.ImportItems.Where(i => i.CourseId == courseId && i.Source == source).ToListAsync(ct),
        await db.Modules.IgnoreQueryFilters().Where(m => m.CourseId == courseId).ToListAsync(ct),
        await db.Activities.IgnoreQueryFilters().Where(a => a.CourseId == courseId).ToListAsync(ct));

    public Module? Module(string foreignId) => Find(ImportItemKind.Module, foreignId) is { } item ? modules.GetValueOrDefault(item.OurId) : null;

    public Activity? Activity(string foreignId) => Find(ImportItemKind.Activity, foreignId) is { } item ? activities.GetValueOrDefault(item.OurId) : null;

    public string? Fingerprint(string foreignId) => Find(ImportItemKind.Activity, foreignId)?.Fingerprint;

    public int NextPositionIn(Guid moduleId) => activities.Values.Where(a => a.ModuleId == moduleId).Select(a => a.Position).DefaultIfEmpty(0).Max() + 1;

    private ImportItem? Find(ImportItemKind kind, string foreignId) => items.GetValueOrDefault((kind, foreignId));
}
