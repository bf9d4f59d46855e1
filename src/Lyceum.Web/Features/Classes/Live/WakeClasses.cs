using Lyceum.Data.Classes;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>Where several nodes share a database: what another appended to a class that is open here is read and sent on at once.</summary>
public sealed class WakeClasses(ClassBell bell, ClassRooms rooms, ILogger<WakeClasses> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!bell.IsNeeded) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.Listen(LookAtAll, Look, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "The database does not ring for classes just now; it is tried again");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task Look(Guid classId, long sequence)
    {
        if (await rooms.Find(classId) is { } room && room.Mailbox.Tail.Last < sequence) room.Mailbox.LookAgain();
    }

    // What rang while nobody listened is made up for.
    private async Task LookAtAll()
    {
        foreach (var room in await rooms.All()) room.Mailbox.LookAgain();
    }
}
