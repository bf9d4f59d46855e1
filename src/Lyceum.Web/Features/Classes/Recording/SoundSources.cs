using Lyceum.Data;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The recordings of a class's voices as students may hear them, as files of their own: nothing of what was cut is in them.</summary>
public sealed class SoundSources(RecordingFiles files, CutTracks tracks)
{
    public async Task<IReadOnlyList<SoundTrack>> Copy(SchoolDb db, Guid classId, FilmPlan plan, string folder, CancellationToken ct)
    {
        var mix = new List<SoundTrack>();
        foreach (var track in plan.Sound)
        {
            if (await files.Open(db, classId, track.File, ct) is not { } file) continue;
            var cuts = plan.Cuts.Select(c => (c.FromMs - track.StartMs, c.UntilMs - track.StartMs)).Where(c => c.Item2 > 0).ToList();
            var (content, _) = await tracks.Open(file, cuts, isVideo: false, ct);
            await using var original = content;
            mix.Add(new(Path.Combine(folder, $"sound-{mix.Count}.webm"), track.StartMs));
            await using var copy = File.Create(mix[^1].Path);
            await original.CopyToAsync(copy, ct);
        }
        return mix;
    }
}
