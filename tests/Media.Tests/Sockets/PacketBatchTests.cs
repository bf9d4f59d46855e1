using System.Net;
using Lyceum.Media.Sockets;

namespace Lyceum.Media.Tests.Sockets;

public class PacketBatchTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("::1")]
    public void Every_datagram_of_a_batch_arrives_with_its_sender(string address)
    {
        using var near = new UdpSocket(IPAddress.Parse(address), 0);
        using var far = new UdpSocket(IPAddress.Parse(address), 0);
        using var send = new PacketOut();
        using var receive = new PacketIn();
        for (var i = 1; i <= 100; i++) send.Send(Enumerable.Repeat((byte)i, i).ToArray(), near, PeerAddress.From(far.Local));
        send.Flush();

        var arrived = new List<int>();
        while (arrived.Count < 100 && receive.Receive(far) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(receive.TryGetSender(i, out var from));
                Assert.Equal(near.Local, from.ToEndPoint());
                Assert.All(receive[i].ToArray(), b => Assert.Equal(receive[i].Length, b));
                arrived.Add(receive[i].Length);
            }
        }
        Assert.Equal(Enumerable.Range(1, 100), arrived);
        Assert.Equal(0, send.Refused);
    }
}
