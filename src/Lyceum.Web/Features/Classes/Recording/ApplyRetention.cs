using Lyceum.Data;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>Once an hour: deletes what the rules of courses and school no longer keep. Several nodes may; what is gone is gone.</summary>
public sealed class ApplyRetention(DeleteRecording delete, IServiceScopeFactory scopes, IClock clock, ILogger<ApplyRetention> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await Run(stoppingToken); }
            catch (Exception failure) when (failure is not OperationCanceledException) { log.LogError(failure, "Recordings whose time is over could not be deleted"); }
        }
    }

    public async Task Run(CancellationToken ct)
    {
        foreach (var (classId, part) in await Due(ct)) await delete.Run(classId, part, null, ct);
    }

    private async Task<List<(Guid, RecordingPart)>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var rules = await db.RecordingRules.ToDictionaryAsync(r => r.CourseId, ct);
        if (rules.Count == 0) return [];
        var now = clock.GetCurrentInstant();
        var ended = await db.ClassSessions.Where(s => s.EndedAt != null && s.StartedAt != null).Select(s => new { s.ActivityId, s.CourseId, EndedAt = s.EndedAt!.Value }).ToListAsync(ct);
        var gone = await db.DeletedRecordings.ToDictionaryAsync(d => d.ClassId, d => d.Part, ct);
        var due = new List<(Guid, RecordingPart)>();
        foreach (var session in ended)
        {
            var rule = rules.GetValueOrDefault(session.CourseId) ?? rules.GetValueOrDefault(Guid.Empty);
            if (rule?.DueAt(session.EndedAt, now) is { } part && !(gone.TryGetValue(session.ActivityId, out var done) && done >= part)) due.Add((session.ActivityId, part));
        }
        return due;
    }
}
