using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>Which addresses the server listens on, and which it tells browsers (RFC 8445 §5.1.1.1).</summary>
internal static class ServerAddresses
{
    /// <summary>A socket for each address and loop, all on one port. Bound to its address, each answers from where it was asked.</summary>
    public static List<UdpSocket> Bind(MediaSettings settings)
    {
        var addresses = settings.Addresses.Count > 0 ? settings.Addresses : Usable();
        var sockets = new List<UdpSocket>();
        try
        {
            foreach (var address in addresses)
                for (var loop = 0; loop < settings.Loops; loop++)
                    sockets.Add(new UdpSocket(address, sockets.Count > 0 ? sockets[0].Local.Port : settings.Port));
        }
        catch
        {
            sockets.ForEach(s => s.Dispose());
            throw;
        }
        return sockets;
    }

    public static IReadOnlyList<IPEndPoint> Candidates(MediaSettings settings, List<UdpSocket> sockets)
    {
        var port = sockets[0].Local.Port;
        return settings.PublicAddresses.Count > 0
            ? [.. settings.PublicAddresses.Select(a => new IPEndPoint(a, port))]
            : [.. sockets.Select(s => s.Local).Distinct()];
    }

    /// <summary>Every address of an interface that is up, IPv4 first; loopback only where there is nothing else. Link-local ones reach nobody.</summary>
    private static List<IPAddress> Usable()
    {
        var all = NetworkInterface.GetAllNetworkInterfaces().Where(i => i.OperationalStatus == OperationalStatus.Up)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(u => u.Address)
            .Where(a => !a.IsIPv6LinkLocal && a.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6).Distinct().ToList();
        var reachable = all.Where(a => !IPAddress.IsLoopback(a)).OrderBy(a => a.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        return reachable.Count > 0 ? reachable : [IPAddress.Loopback];
    }
}
