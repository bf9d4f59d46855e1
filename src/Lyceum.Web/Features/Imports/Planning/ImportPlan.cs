using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Domain.Library;
using Lyceum.Interop.Cartridges;

namespace Lyceum.Web.Features.Imports;

/// <summary>A module to be: new, or one that an earlier import made.</summary>
internal sealed record PlannedModule(string ForeignId, Module Module, bool IsNew);

/// <summary>An activity to be; <paramref name="Content"/> is null where the cartridge brings nothing new for it.</summary>
internal sealed record PlannedActivity(CartridgeItem Item, Activity Activity, PlannedModule Module, bool IsNew, string Fingerprint, PlacedContent? Content)
{
    public ImportFate Fate => IsNew ? ImportFate.Made : Content is null ? ImportFate.Unchanged : ImportFate.Updated;
}

internal sealed record PlannedFile(string Path, StoredFile File, bool IsNew);

/// <summary>Everything that an import will write, decided before the write begins, so that the write is short.</summary>
internal sealed record ImportPlan(
    string Source, Course Course, bool IsNewCourse, IReadOnlyList<PlannedModule> Modules, IReadOnlyList<PlannedActivity> Activities,
    IReadOnlyList<PlannedFile> Files, IReadOnlyList<ImportLoss> Losses);
