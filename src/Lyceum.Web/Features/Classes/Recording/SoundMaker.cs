using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>
/// Makes the sounds that were asked for, one after the other and beside the other jobs, which do not wait for it. A node that dies while it makes one
/// loses its lease, and another begins anew.
/// </summary>
public sealed class SoundMaker(SchoolStore store, IServiceScopeFactory scopes, RecordingFiles files, CutTracks tracks, IClock clock, ILogger<SoundMaker> log) : BackgroundService
{
    public static string FileOf(RecordingFiles files, ClassSound sound) => Path.Combine(files.FolderOf(sound.ClassId).FullName, "made", $"sound-{sound.Version}.ogg");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await RunDue(stoppingToken); }
            catch (Exception failure) when (failure is not OperationCanceledException) { log.LogError(failure, "The sound of a class could not be made"); }
        }
    }

    /// <summary>Until nothing waits.</summary>
    public async Task RunDue(CancellationToken ct)
    {
        while (await Begin(ct) is { } sound) await Make(sound, ct);
    }

    private async Task<ClassSound?> Begin(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        if (!await Due(scope.ServiceProvider.GetRequiredService<SchoolDb>(), now).AnyAsync(ct)) return null;
        var begun = await store.Write<ClassSound>(async (db, token) =>
        {
            if (await Due(db, now).AsTracking().OrderBy(s => s.AskedAt).FirstOrDefaultAsync(token) is not { } next) return Refusal.NotFound;
            next.Begin(now);
            await db.SaveChangesAsync(token);
            return next;
        }, ct);
        return begun.IsRefused ? null : begun.Value;
    }

    private static IQueryable<ClassSound> Due(SchoolDb db, Instant now) =>
        db.ClassSounds.Where(s => s.State == MakingState.Waiting || (s.State == MakingState.Working && s.LeasedUntil < now));

    private async Task Make(ClassSound sound, CancellationToken ct)
    {
        var target = FileOf(files, sound);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var copies = new List<string>();
        try
        {
            var trouble = MixSound.IsThere() ? await Mix(sound, folder.FullName, target + ".part", copies, ct) : MixSound.Missing;
            if (trouble is null)
            {
                foreach (var old in folder.EnumerateFiles("*.ogg")) old.Delete();
                File.Move(target + ".part", target);
            }
            await Change(sound, one => { if (trouble is null) one.Finish(new FileInfo(target).Length); else if (one.State == MakingState.Working) one.Fail(trouble); }, ct);
        }
        finally
        {
            foreach (var copy in copies.Append(target + ".part")) File.Delete(copy);
        }
    }

    private async Task<string?> Mix(ClassSound sound, string folder, string target, List<string> copies, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var log = await ClassLog.ReadAfter(db, sound.ClassId, 0, ct);
        var edited = new EditedReplay(await db.StandingEditsOf(sound.ClassId).ToListAsync(ct), log);
        var state = log.Aggregate(ClassState.Empty, (folded, logged) => folded.Apply(logged));
        var mix = new List<SoundTrack>();
        // Of the class itself: what was said in breakout rooms is for those who were in them.
        foreach (var track in state.Media.Tracks.Where(t => t.Source is MediaSource.Microphone or MediaSource.ScreenSound && !edited.HidesTrack(new TrackBegan(t.PersonId, t.Source, t.File, t.StartMs))))
        {
            var file = new FileInfo(Path.Combine(files.FolderOf(sound.ClassId).FullName, Path.GetFileName(track.File)));
            if (!file.Exists) continue;
            var cuts = edited.Cuts.Select(c => (c.FromMs - track.StartMs, c.UntilMs - track.StartMs)).Where(c => c.Item2 > 0).ToList();
            var (content, _) = tracks.Open(file, cuts, isVideo: false);
            await using var _1 = content;
            copies.Add(Path.Combine(folder, $"{Guid.NewGuid():N}.webm"));
            await using (var copy = File.Create(copies[^1])) await content.CopyToAsync(copy, ct);
            mix.Add(new(copies[^1], track.StartMs));
        }
        if (mix.Count == 0) return "There is no sound in this class.";
        return await MixSound.Run(mix, [.. edited.Cuts.Select(c => (c.FromMs, c.UntilMs))], state.OffsetAt(clock.GetCurrentInstant()), target,
            percent => Change(sound, one => one.Advance(percent, clock.GetCurrentInstant()), ct), ct);
    }

    private Task Change(ClassSound sound, Action<ClassSound> change, CancellationToken ct) => Change(sound, one => { change(one); return true; }, ct);

    private async Task<bool> Change(ClassSound sound, Func<ClassSound, bool> change, CancellationToken ct) => (await store.Write<bool>(async (db, token) =>
    {
        var one = await db.ClassSounds.AsTracking().SingleOrDefaultAsync(s => s.ClassId == sound.ClassId && s.Version == sound.Version, token);
        var goesOn = one is not null && change(one);
        await db.SaveChangesAsync(token);
        return goesOn;
    }, ct)).Value;
}
