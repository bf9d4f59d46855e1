using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Lyceum.Media.Tests.Browser;
using Lyceum.Web.Hosting;
using Lyceum.Web.Tests;
using Microsoft.Playwright;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>A class for many browsers on one machine: those of Chromium are contexts of one process, with small pictures, and none is put to sleep for lying behind another.</summary>
public class LessonFixture : LiveClassroomFixture
{
    /// <summary>Minutes of teaching where it is asked for; else as short as all of it can be.</summary>
    internal static bool IsLong { get; } = Environment.GetEnvironmentVariable("LYCEUM_LONG_TESTS") == "1";

    private readonly Dictionary<string, Devices> devices = [];

    protected override IEnumerable<string> Arguments =>
    [
        .. base.Arguments, "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows", "--disable-features=WebRtcHideLocalIpsWithMdns",
    ];

    /// <summary>Firefox pairs no loopback candidate: for it the media server listens on another address of this machine too, where it has one.</summary>
    internal static IPAddress? OtherAddress { get; } = Firefox.OwnAddress ?? NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus == OperationalStatus.Up && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork);

    /// <summary>Why nobody sits in Firefox; null where somebody does.</summary>
    internal virtual string? WhyNoFirefox => Firefox.NotInstalled ?? (OtherAddress is null ? "This machine has no address but the loopback one." : null);

    /// <summary>Where pages find the media server instead of on the loopback address; null = there.</summary>
    internal virtual string? MediaAddress => null;

    protected override SchoolSettings Settings()
    {
        var settings = base.Settings();
        settings.Media = new() { Port = 0, Listen = OtherAddress is null ? "127.0.0.1" : $"127.0.0.1,{OtherAddress}" };
        return settings;
    }

    internal async Task<Seat> Sit(string who, string path, Devices given)
    {
        devices[who] = given;
        var page = await Open(who, path, new() { ViewportSize = new() { Width = 1280, Height = 720 }, Permissions = ["camera", "microphone"] });
        // Eight pages share one machine.
        page.SetDefaultTimeout(60_000);
        return new Seat(who, People[who], page, null);
    }

    internal async Task<Seat> SitInFirefox(string who, string path)
    {
        var firefox = await Firefox.Start(Seat.Script(null, null));
        await firefox.Go(new Uri(Address, "/signin").ToString());
        await firefox.Run<object?>("([email, password]) => { document.querySelector('input[name=Email]').value = email; document.querySelector('input[name=Password]').value = password; document.querySelector('main form button').click(); }",
            new[] { Cast.EmailOf(who), Password });
        await firefox.Until("!location.pathname.startsWith('/signin')");
        await firefox.Go(new Uri(Address, path).ToString());
        return new Seat(who, People[who], null, firefox);
    }

    protected override async Task Prepare(IBrowserContext context, string? who)
    {
        if (who is not null && devices.TryGetValue(who, out var given)) await context.AddInitScriptAsync(Seat.Script(given, MediaAddress));
    }
}
