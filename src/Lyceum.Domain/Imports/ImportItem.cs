namespace Lyceum.Domain.Imports;

/// <summary>What of ours a foreign item became.</summary>
public enum ImportItemKind { Module, Activity, File }

/// <summary>
/// Which of our rows a foreign item became in a course, so that importing it again finds it instead of making another.
/// <see cref="Fingerprint"/> is the hash of what it was made from: the same again means there is nothing to update.
/// </summary>
public sealed class ImportItem
{
    private ImportItem() { }

    public Guid CourseId { get; private set; }

    /// <summary>Whose identifiers these are: the identifier of the cartridge's manifest.</summary>
    public string Source { get; private set; } = "";

    public ImportItemKind Kind { get; private set; }
    public string ForeignId { get; private set; } = "";
    public Guid OurId { get; private set; }
    public string Fingerprint { get; private set; } = "";

    public static ImportItem New(Guid courseId, string source, ImportItemKind kind, string foreignId, Guid ourId, string fingerprint) => new()
    {
        CourseId = courseId, Source = source, Kind = kind, ForeignId = foreignId, OurId = ourId, Fingerprint = fingerprint,
    };

    /// <summary>It was made anew or updated from this.</summary>
    public void Became(Guid ourId, string fingerprint) => (OurId, Fingerprint) = (ourId, fingerprint);
}
