using Lyceum.Domain.Classes;
using Lyceum.Media;
using Lyceum.Web.Features.Classes.Live;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Media;

/// <summary>How a device comes to a class's sound: with nothing before it, with connections of its own from before, or in the place of another device of the same person.</summary>
internal enum DeviceArrival { IsNew, Returns, TakesOver }

/// <summary>The device with which one person is heard and seen: what it asked for, and what of it stands at the media server.</summary>
internal sealed class MediaGuest(string device, ClassConnection connection)
{
    public ClassActor Who => Connection.Who;
    public string Device => device;
    public string Name { get; } = NameOf(connection.Who.PersonId);
    /// <summary>The line that it has now, or had last.</summary>
    public ClassConnection Connection { get; private set; } = connection;
    /// <summary>Since when the line is gone; null while it is there.</summary>
    public Instant? GoneAt { get; set; }
    /// <summary>Since when it sends what it may not.</summary>
    public Instant? DisobeysAt { get; set; }
    public WantedTrack[] Wanted { get; set; } = [];
    public DesiredTrack[] Desired { get; set; } = [];

    public void ComeBack(ClassConnection over) => (Connection, GoneAt) = (over, null);

    public void Tell(MediaNotice notice)
    {
        // A line that is gone or does not read loses it; whoever comes back is told anew.
        var telling = Connection.Write(ClassFrames.Media(notice)).AsTask();
        _ = telling.ContinueWith(told => _ = told.Exception, TaskScheduler.Default);
    }

    public static string NameOf(Guid personId) => personId.ToString("N");

    public static string NameOf(MediaSource source) => source switch
    {
        MediaSource.Microphone => "microphone",
        MediaSource.Camera => "camera",
        MediaSource.Screen => "screen",
        _ => "screen-sound",
    };

    public static MediaSource? SourceOf(string name) => name switch
    {
        "microphone" => MediaSource.Microphone,
        "camera" => MediaSource.Camera,
        "screen" => MediaSource.Screen,
        "screen-sound" => MediaSource.ScreenSound,
        _ => null,
    };
}
