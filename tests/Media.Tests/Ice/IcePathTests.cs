using System.Net;
using System.Text;
using Lyceum.Media.Ice;
using Lyceum.Media.Sockets;
using Lyceum.Media.Stun;

namespace Lyceum.Media.Tests.Ice;

public sealed class IcePathTests : IDisposable
{
    private static readonly PeerAddress Mei = PeerAddress.From(new IPEndPoint(IPAddress.Loopback, 4001)), Elsewhere = PeerAddress.From(new IPEndPoint(IPAddress.Loopback, 4002));
    private readonly UdpSocket socket = new(IPAddress.Loopback, 0);
    private readonly IcePath path = new();

    [Fact]
    public void A_check_with_our_password_opens_the_path_and_is_answered()
    {
        var answer = new byte[256];
        var length = Check(path.Local, path.Local.Password, Mei, answer, out var moved);
        Assert.True(moved && path.IsOpen && path.Peer == Mei);
        Assert.True(StunMessage.TryParse(answer.AsSpan(0, length), out var message));
        Assert.True(message.HasIntegrity(path.Local.PasswordBytes) && message.HasFingerprint());
    }

    [Fact]
    public void A_check_with_another_password_is_not_answered_and_opens_nothing()
    {
        Assert.Equal(0, Check(path.Local, "not the password at all!", Mei, new byte[256], out _));
        Assert.False(path.IsOpen);
    }

    [Fact]
    public void A_peer_that_nominates_another_address_is_followed()
    {
        Check(path.Local, path.Local.Password, Mei, new byte[256], out _);
        Check(path.Local, path.Local.Password, Elsewhere, new byte[256], out var moved, nominate: false);
        Assert.False(moved);
        Check(path.Local, path.Local.Password, Elsewhere, new byte[256], out moved);
        Assert.True(moved && path.Peer == Elsewhere);
    }

    [Fact]
    public void After_a_restart_the_former_password_serves_until_the_first_check_with_the_new()
    {
        var former = path.Local;
        path.Restart();
        Assert.NotEqual(0, Check(former, former.Password, Mei, new byte[256], out _));
        Assert.NotEqual(0, Check(path.Local, path.Local.Password, Elsewhere, new byte[256], out _));
        Assert.Equal(0, Check(former, former.Password, Mei, new byte[256], out _));
        Assert.Equal(Elsewhere, path.Peer);
    }

    [Fact]
    public void Consent_ends_thirty_seconds_after_the_last_check()
    {
        Check(path.Local, path.Local.Password, Mei, new byte[256], out _);
        Assert.True(path.HasConsent(29_000_000));
        Assert.False(path.HasConsent(31_000_000));
    }

    [Fact]
    public void Turn_credentials_are_those_that_coturn_computes()
    {
        var minted = TurnCredentials.Mint("north", "mei", TimeSpan.FromHours(1), new StoppedTime());
        Assert.Equal("1763812800:mei", minted.Username);
        // printf '1763812800:mei' | openssl dgst -sha1 -hmac north -binary | base64
        Assert.Equal("l9gn1FuykUqTOngIx3WZN1uxGdc=", minted.Password);
    }

    public void Dispose() => socket.Dispose();

    private int Check(IceCredentials ours, string password, PeerAddress from, byte[] answer, out bool moved, bool nominate = true)
    {
        var bytes = new byte[256];
        var writer = new StunWriter(bytes, StunCode.BindingRequest, new byte[12]);
        writer.Add(StunCode.Username, Encoding.ASCII.GetBytes($"{ours.Fragment}:mei"));
        if (nominate) writer.Add(StunCode.UseCandidate, []);
        writer.AddIntegrity(Encoding.ASCII.GetBytes(password));
        writer.AddFingerprint();
        Assert.True(StunMessage.TryParse(bytes.AsSpan(0, writer.Length), out var check));
        return path.Answer(check, socket, from, 1, answer, out moved);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 11, 22, 11, 0, 0, TimeSpan.Zero);
    }
}
