using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Imports;

/// <summary>What became of one item of an import.</summary>
public enum ImportFate { Made, Updated, Unchanged, LeftAlone }

/// <summary>An item that was taken. <paramref name="ActivityId"/> leads to it; <paramref name="Module"/> is the title of where it stands.</summary>
public sealed record ImportedItem(Guid ActivityId, ActivityKind Kind, string Title, string Module, ImportFate Fate);

/// <summary>
/// Something that was not taken, or not whole. <paramref name="Message"/> is a whole English sentence and the key of its translation;
/// <paramref name="Arguments"/> fill its {0}, {1}. <paramref name="Subject"/> is the title by which its author knows it.
/// </summary>
public sealed record ImportLoss(string Subject, string Message, IReadOnlyList<string> Arguments);

/// <summary>What an import did and what it could not.</summary>
public sealed record ImportReport(string Title, IReadOnlyList<ImportedItem> Items, IReadOnlyList<ImportLoss> Losses)
{
    public static ImportReport Empty { get; } = new("", [], []);

    public int Modules { get; init; }
    public int Files { get; init; }
    public int Questions { get; init; }

    public int Count(ImportFate fate) => Items.Count(item => item.Fate == fate);
}
