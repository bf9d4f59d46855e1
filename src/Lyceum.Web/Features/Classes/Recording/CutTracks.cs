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
    public (Stream Content, string Version) Open(FileInfo file, IReadOnlyList<(long From, long Until)> cuts, bool isVideo)
    {
        var said = string.Join(' ', cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.From}-{c.Until}")));
        var version = $"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(said)).AsSpan(0, 8))}";
        var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
        if (cuts.Count == 0) return (content, version);
        if (kept.Count > MostKept) kept.Clear();
        var blank = kept.GetOrAdd($"{file.FullName} {version}", _ => TrackCuts.Find(content, cuts, isVideo));
        content.Position = 0;
        return (new BlankedStream(content, blank), version);
    }

    // A recording's place is told better in the minute after it began.
    private static async Task<long> StartOf(SchoolDb db, Guid classId, long trackId, TrackBegan track, CancellationToken ct)
    {
        var said = $"\"trackId\":{trackId},";
        var rows = await db.ClassEvents.Where(e => e.ClassId == classId && e.Sequence > trackId && e.Event.Contains("trackAligned") && e.Event.Contains(said)).OrderBy(e => e.Sequence).ToListAsync(ct);
        return rows.Count == 0 ? track.StartMs : ((TrackAligned)rows[^1].ToLogged().Event.Bare()).StartMs;
    }
}
