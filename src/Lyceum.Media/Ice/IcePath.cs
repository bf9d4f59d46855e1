using Lyceum.Media.Sockets;
using Lyceum.Media.Stun;

namespace Lyceum.Media.Ice;

/// <summary>
/// The ICE-lite side of one connection (RFC 8445 §2.5, §8.2): it only answers checks, follows the pair that the browser nominates,
/// and counts the checks as consent to be sent to (RFC 7675 §5.1). Nothing is ever sent to an address whose check did not carry
/// the HMAC of our password, so the server cannot be turned on a third party.
/// </summary>
public sealed class IcePath
{
    /// <summary>Without a check for this long, consent has expired (RFC 7675 §5.1).</summary>
    public static readonly TimeSpan ConsentLasts = TimeSpan.FromSeconds(30);

    private IceCredentials? former;

    public IceCredentials Local { get; private set; } = IceCredentials.New();
    public UdpSocket? Socket { get; private set; }
    public PeerAddress Peer { get; private set; }
    public bool IsOpen => Socket is not null;

    /// <summary>When the last valid check came, in the server's monotonic microseconds.</summary>
    public long LastCheck { get; private set; }

    public bool HasConsent(long now) => now - LastCheck < (long)ConsentLasts.TotalMicroseconds;

    /// <summary>New credentials (RFC 8445 §9). The former pair is honoured until the first check with the new one.</summary>
    public void Restart() => (former, Local) = (Local, IceCredentials.New());

    public IceCredentials? Former => former;

    /// <summary>
    /// Answers a check that arrived. Returns the answer's length, or 0 when the check is not to be answered; <paramref name="moved"/>
    /// tells that the connection's address changed.
    /// </summary>
    public int Answer(StunMessage check, UdpSocket socket, in PeerAddress from, long now, Span<byte> answer, out bool moved)
    {
        moved = false;
        if (check.Type != StunCode.BindingRequest || !check.TryGet(StunCode.Username, out var username)) return 0;
        if (!IceCredentials.TryReadKey(username, out var key)) return 0;
        var credentials = key == Local.Key ? Local : former;
        if (credentials is null || credentials.Key != key || !check.HasIntegrity(credentials.PasswordBytes)) return 0;

        LastCheck = now;
        if (credentials == Local) former = null;
        if (Socket is null || check.TryGet(StunCode.UseCandidate, out _))
        {
            moved = Socket != socket || Peer != from;
            (Socket, Peer) = (socket, from);
        }
        var writer = new StunWriter(answer, StunCode.BindingSuccess, check.TransactionId);
        writer.AddXorMappedAddress(from);
        writer.AddIntegrity(credentials.PasswordBytes);
        writer.AddFingerprint();
        return writer.Length;
    }

    /// <summary>Forgets the address: the peer fell silent and must be verified anew.</summary>
    public void Close() => Socket = null;
}
