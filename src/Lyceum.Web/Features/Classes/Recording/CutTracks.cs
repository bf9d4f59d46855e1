using System.Collections.Concurrent;
using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Media.Recording;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The recordings of a class as students get them: none of whoever asked not to be in it, and nothing of what was cut.</summary>
public sealed class CutTracks
{
    private const int MostKept = 500;
    private readonly ConcurrentDictionary<string, IReadOnlyList<BlankPart>> kept = new();

    /// <summary>What is cut from one recording, in its own milliseconds; null when it is not to be had at all.</summary>
    public static async Task<IReadOnlyList<(long From, long Until)>?> Of(SchoolDb db, Guid classId, long trackId, TrackBegan track, CancellationToken ct)
    {
        var edits = await db.StandingEditsOf(classId).ToListAsync(ct);
        if (edits.Count == 0) return [];
        var edited = new EditedReplay(edits, []);
        if (edited.HidesTrack(track)) return null;
        if (!edited.Cuts.Any()) return [];
        var start = await StartOf(db, classId, trackId, track, ct);
        return [.. edited.Cuts.Select(c => (c.FromMs - start, c.UntilMs - start)).Where(c => c.Item2 > 0)];
    }

    /// <summary>The file without these stretches, as long as it was, and a word for this version of it.</summary>
    public async Task<RecordedFile> Open(RecordedFile file, IReadOnlyList<(long From, long Until)> cuts, bool isVideo, CancellationToken ct)
    {
        if (cuts.Count == 0) return file;
        var said = string.Join(' ', cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.From}-{c.Until}")));
        var version = $"{file.Version}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(said)).AsSpan(0, 8))}";
        if (kept.Count > MostKept) kept.Clear();
        if (!kept.TryGetValue(version, out var blank)) kept[version] = blank = await Find(file.Content, cuts, isVideo, ct);
        file.Content.Position = 0;
        return new(new BlankedStream(file.Content, blank), version);
    }

    // It is gone through in many small steps, each of which would be a question to a store.
    private static async Task<IReadOnlyList<BlankPart>> Find(Stream content, IReadOnlyList<(long From, long Until)> cuts, bool isVideo, CancellationToken ct)
    {
        if (content is FileStream) return TrackCuts.Find(content, cuts, isVideo);
        await using var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(copy, ct);
        copy.Position = 0;
        return TrackCuts.Find(copy, cuts, isVideo);
    }

    // A recording's place is told better in the minute after it began.
    private static async Task<long> StartOf(SchoolDb db, Guid classId, long trackId, TrackBegan track, CancellationToken ct)
    {
        var said = $"\"trackId\":{trackId},";
        var rows = await db.ClassEvents.Where(e => e.ClassId == classId && e.Sequence > trackId && e.Event.Contains("trackAligned") && e.Event.Contains(said)).OrderBy(e => e.Sequence).ToListAsync(ct);
        return rows.Count == 0 ? track.StartMs : ((TrackAligned)rows[^1].ToLogged().Event.Bare()).StartMs;
    }
}
