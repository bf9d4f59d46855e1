using Lyceum.Media.Dtls;
using Lyceum.Media.Srtp;

namespace Lyceum.Media.Tests.Dtls;

public class DtlsConnectionTests
{
    [Fact]
    public void Two_ends_agree_on_gcm_keys()
    {
        using var server = new DtlsIdentity(TimeProvider.System);
        using var client = new DtlsIdentity(TimeProvider.System);
        using var near = new DtlsConnection(server, client.Fingerprint);
        using var far = new DtlsConnection(client, server.Fingerprint, asServer: false);
        Shake(near, far);
        Assert.Equal(DtlsState.Established, near.State);
        Assert.Equal(DtlsState.Established, far.State);
        Assert.Equal(SrtpProfile.AeadAes128Gcm, near.Keys!.Profile);
        Assert.Equal(far.Keys!.Client.Key, near.Keys.Client.Key);
        Assert.Equal(far.Keys.Server.Salt, near.Keys.Server.Salt);
    }

    [Fact]
    public void A_certificate_that_the_signalling_did_not_name_is_refused()
    {
        using var server = new DtlsIdentity(TimeProvider.System);
        using var client = new DtlsIdentity(TimeProvider.System);
        using var near = new DtlsConnection(server, server.Fingerprint);
        using var far = new DtlsConnection(client, server.Fingerprint, asServer: false);
        Shake(near, far);
        Assert.Equal(DtlsState.Failed, near.State);
        Assert.Null(near.Keys);
    }

    [Fact]
    public void A_goodbye_closes_the_other_end()
    {
        using var server = new DtlsIdentity(TimeProvider.System);
        using var client = new DtlsIdentity(TimeProvider.System);
        using var near = new DtlsConnection(server, client.Fingerprint);
        using var far = new DtlsConnection(client, server.Fingerprint, asServer: false);
        Shake(near, far);
        far.Shutdown();
        Carry(far, near);
        Assert.Equal(DtlsState.Closed, near.State);
    }

    [Fact]
    public void Random_datagrams_fail_no_handshake_that_was_going_on()
    {
        using var server = new DtlsIdentity(TimeProvider.System);
        using var client = new DtlsIdentity(TimeProvider.System);
        using var near = new DtlsConnection(server, client.Fingerprint);
        using var far = new DtlsConnection(client, server.Fingerprint, asServer: false);
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var junk = new byte[random.Next(1, 200)];
            random.NextBytes(junk);
            junk[0] = (byte)random.Next(20, 64);
            near.Receive(junk);
        }
        Shake(near, far);
        Assert.Equal(DtlsState.Established, near.State);
    }

    private static void Shake(DtlsConnection near, DtlsConnection far)
    {
        far.Start();
        for (var turn = 0; turn < 10 && far.State == DtlsState.Handshaking; turn++)
        {
            Carry(far, near);
            Carry(near, far);
        }
    }

    private static void Carry(DtlsConnection from, DtlsConnection to)
    {
        var datagram = new byte[1500];
        while (from.TryTake(datagram) is > 0 and var length)
        {
            Assert.InRange(length, 13, 1200);
            to.Receive(datagram.AsSpan(0, length));
        }
    }
}
