using System.Net;
using System.Net.Sockets;
using System.Text;
using Lyceum.Media.Dtls;
using Lyceum.Media.Ice;

namespace Lyceum.Media.Sdp;

/// <summary>What the server says of itself in every description: where it can be reached and how it proves who it is.</summary>
public sealed record LocalEndpoint(IceCredentials Ice, Fingerprint Fingerprint, IReadOnlyList<IPEndPoint> Candidates)
{
    /// <summary>The lines of the session part (RFC 8829 §5.2.1, RFC 8839 §5.3).</summary>
    internal static void WriteSession(StringBuilder sdp, long version, IEnumerable<string> bundled)
    {
        sdp.Append("v=0\r\no=- 1 ").Append(version).Append(" IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n");
        sdp.Append("a=group:BUNDLE ").AppendJoin(' ', bundled).Append("\r\na=msid-semantic: WMS *\r\na=extmap-allow-mixed\r\na=ice-lite\r\n");
    }

    /// <summary>The transport's lines, the same under every bundled m-line (RFC 8839 §5.1, §5.4; RFC 8842 §5.1).</summary>
    internal void WriteTransport(StringBuilder sdp, string setup)
    {
        sdp.Append("a=ice-ufrag:").Append(Ice.Fragment).Append("\r\na=ice-pwd:").Append(Ice.Password).Append("\r\n");
        sdp.Append("a=fingerprint:sha-256 ").Append(Fingerprint.Hex).Append("\r\na=setup:").Append(setup).Append("\r\n");
        for (var i = 0; i < Candidates.Count; i++)
        {
            // Host candidates, each a little less preferred than the one before (RFC 8445 §5.1.2).
            var priority = (126L << 24) + ((65_535L - i) << 8) + 255;
            sdp.Append("a=candidate:").Append(i + 1).Append(" 1 udp ").Append(priority).Append(' ').Append(Written(Candidates[i].Address))
                .Append(' ').Append(Candidates[i].Port).Append(" typ host\r\n");
        }
        sdp.Append("a=end-of-candidates\r\n");
    }

    private static string Written(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()).ToString() : address.ToString();
}
