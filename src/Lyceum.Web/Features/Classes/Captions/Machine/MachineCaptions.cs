using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Media;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Classes.Captions.Machine;

/// <summary>
/// Has the school's recognizer listen to the classes for which somebody who leads them asked for it. What should be is compared with what is once
/// a second; it listens on the server that has the class's sound.
/// </summary>
public sealed class MachineCaptions(ClassRooms rooms, MediaRooms media, SchoolSettings settings, TimeProvider time, ILogger<MachineCaptions> log) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Guid, ListeningClass> listening = [];

    public static Refusal NoRecognizer { get; } = Refusal.Conflict("This school has no program that captions by itself.");

    public bool IsThere => settings.Captions.Command.Length > 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsThere) return;
        using var timer = new PeriodicTimer(LooksEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Compare();
        }
        finally
        {
            foreach (var one in listening.Values) await one.DisposeAsync();
        }
    }

    private async Task Compare()
    {
        try
        {
            var wanted = (await rooms.All()).Where(room => room.State is { Phase: ClassPhase.Live, Media.IsCaptionedByMachine: true } && media.Holds(room)).ToDictionary(room => room.Session.ActivityId);
            foreach (var (classId, one) in listening.Where(one => wanted.GetValueOrDefault(one.Key) != one.Value.Room).ToArray())
            {
                listening.Remove(classId);
                await one.DisposeAsync();
            }
            foreach (var (classId, room) in wanted)
                if (!listening.ContainsKey(classId)) listening[classId] = new ListeningClass(room, settings.Captions.Command, Path.Combine(settings.RecordingsFolder, classId.ToString("N")), time, log);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Captions by machine could not be begun or ended");
        }
    }
}
