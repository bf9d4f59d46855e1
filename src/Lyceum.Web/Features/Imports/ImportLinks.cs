using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Interop.Cartridges;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Library;

namespace Lyceum.Web.Features.Imports;

/// <summary>Where links within a cartridge lead in the course that it became.</summary>
internal sealed class ImportLinks(Cartridge cartridge, string slug, IReadOnlyDictionary<string, StoredFile> files, IReadOnlyDictionary<string, Activity> activities)
{
    private readonly CartridgeLinks links = new(cartridge);

    public FindHere From(string path) => address => links.Find(address, path) switch
    {
        CartridgeTarget.ToFile file when files.TryGetValue(file.Path, out var stored) => LibraryFeature.AddressOf(stored),
        CartridgeTarget.ToItem item when activities.TryGetValue(item.Identifier, out var activity) => AddressOf(slug, activity.Kind, activity.Id),
        CartridgeTarget.ToModule => $"/courses/{slug}",
        _ => null,
    };

    public Func<string, StoredFile?> FileFrom(string path) => address =>
        links.Find(address, path) is CartridgeTarget.ToFile file ? files.GetValueOrDefault(file.Path) : null;

    public StoredFile? FileAt(string path) => files.GetValueOrDefault(path);

    public static string AddressOf(string slug, ActivityKind kind, Guid id) => $"/courses/{slug}/{Segment(kind)}/{id}";

    private static string Segment(ActivityKind kind) => kind switch
    {
        ActivityKind.Reading => "readings",
        ActivityKind.Lecture => "lectures",
        ActivityKind.ClassSession => "classes",
        ActivityKind.Assignment => "assignments",
        ActivityKind.Quiz => "quizzes",
        _ => "discussions",
    };
}
