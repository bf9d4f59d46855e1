using Lyceum.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>
/// In a school that has a bucket: every few minutes moves to it what this node has on its disk of classes that are over. What fails stays where it is
/// and is tried again.
/// </summary>
public sealed class MoveRecordings(RecordingFiles files, IServiceScopeFactory scopes, IClock clock, ILogger<MoveRecordings> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(3);
    /// <summary>By then the last track is closed, and the first rush on the replay is over.</summary>
    private static readonly Duration After = Duration.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!files.HasBucket) return;
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Run(stoppingToken);
    }

    public async Task Run(CancellationToken ct)
    {
        if (!files.Folder.Exists) return;
        foreach (var classId in await Over(ct))
        {
            try
            {
                foreach (var file in files.FolderOf(classId).EnumerateFiles()) await files.Move(classId, file, clock.GetCurrentInstant(), ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Recordings of class {Class} could not be moved to the bucket; they stay on the disk and are tried again", classId);
            }
        }
    }

    private async Task<List<Guid>> Over(CancellationToken ct)
    {
        var here = files.Folder.EnumerateDirectories().Where(d => d.EnumerateFiles().Any()).Select(d => Guid.TryParse(d.Name, out var id) ? id : Guid.Empty).ToHashSet();
        if (here.Count == 0) return [];
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetCurrentInstant() - After;
        return await scope.ServiceProvider.GetRequiredService<SchoolDb>().ClassSessions.Where(s => here.Contains(s.ActivityId) && s.EndedAt != null && s.EndedAt < before).Select(s => s.ActivityId).ToListAsync(ct);
    }
}
