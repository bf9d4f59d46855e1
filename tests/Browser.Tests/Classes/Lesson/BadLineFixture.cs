using System.Net;
using System.Net.Sockets;
using Lyceum.Web.Hosting;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>A class that everybody reaches over a line that loses 3 % each way and takes 200 ms there and back.</summary>
public sealed class BadLineFixture : LessonFixture
{
    private readonly int mediaPort = FreePort();
    private SlowLine line = null!;

    internal long Lost => line.Lost;

    /// <summary>Firefox pairs no loopback candidate, and this line has no other address.</summary>
    internal override string WhyNoFirefox => "The bad line has a loopback address alone.";

    internal override string? MediaAddress => "127.0.0.2";

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Media = new() { Port = mediaPort, Listen = "127.0.0.1" };
        return settings;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        line = new SlowLine(Address, mediaPort, .03, TimeSpan.FromMilliseconds(100));
        Address = line.Address;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        line.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
