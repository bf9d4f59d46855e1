using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Bench;

/// <summary>A class of an hour that was recorded, and students who may replay it.</summary>
/// <param name="Folder">Where its recordings lie.</param>
/// <param name="Files">Their names there.</param>
/// <param name="Tracks">Their addresses in the school.</param>
/// <param name="Cookies">A student's each.</param>
internal sealed record ReplaySchool(string Folder, IReadOnlyList<string> Files, IReadOnlyList<string> Tracks, IReadOnlyList<string> Cookies)
{
    /// <summary>Of each recording: an hour of sound.</summary>
    public const int Bytes = 16_000_000;
    private const int Speakers = 4;

    public static async Task<ReplaySchool> Fill(string data, int students)
    {
        var school = await FanoutSchool.Fill(data, students);
        var classId = school.Classes[0];
        var settings = new SchoolSettings { Data = data, Demo = false };
        var clock = new HeldClock(SystemClock.Instance.GetCurrentInstant());
        await using var app = SchoolHost.Build(settings, services => services.AddSingleton<IClock>(clock));
        var rooms = app.Services.GetRequiredService<ClassRooms>();
        var room = await rooms.Open(classId) ?? throw new InvalidOperationException("The class was not kept.");
        var start = clock.Now;
        await Do(room, new OpenClass("A large class", start, start + Duration.FromHours(1), [], null, []));
        await Do(room, new StartByClock());
        var files = Enumerable.Range(0, Speakers).Select(i => $"{i}-microphone.webm").ToList();
        foreach (var file in files) await Do(room, new BeginTrack(Guid.CreateVersion7(), MediaSource.Microphone, file, start));
        clock.Now += Duration.FromHours(1);
        foreach (var file in files) await Do(room, new EndTrack(file, 3_600_000));
        await Do(room, new EndByClock());
        var folder = Path.Combine(settings.RecordingsFolder, classId.ToString("N"));
        Directory.CreateDirectory(folder);
        var noise = new byte[Bytes];
        Random.Shared.NextBytes(noise);
        foreach (var file in files) await File.WriteAllBytesAsync(Path.Combine(folder, file), noise);
        return new(folder, files, [.. room.State.Media.Tracks.Select(track => $"/courses/fanout/classes/{classId}/tracks/{track.Id}")], school.Cookies[1..]);
    }

    private static async Task Do(ClassRoom room, ServerCommand command)
    {
        if (await room.Mailbox.Post(command, null) is { IsRefused: true } refused) throw new InvalidOperationException(refused.Refusal.Message);
    }

    private sealed class HeldClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;
        public Instant GetCurrentInstant() => Now;
    }
}
