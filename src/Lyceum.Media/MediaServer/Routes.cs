using System.Collections.Concurrent;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>Which connection a datagram belongs to: by our ICE fragment while unverified, by the sender's address from then on.</summary>
internal sealed class Routes
{
    private readonly ConcurrentDictionary<ulong, Connection> byFragment = new();
    private readonly ConcurrentDictionary<PeerAddress, Connection> byAddress = new();

    public int Count => byFragment.Count;

    public void Add(ulong fragment, Connection connection) => byFragment[fragment] = connection;

    public void Remove(ulong fragment) => byFragment.TryRemove(fragment, out _);

    public void Bind(in PeerAddress address, Connection connection) => byAddress[address] = connection;

    /// <summary>Only the connection that holds the address may give it up: a newer one may have taken it.</summary>
    public void Unbind(in PeerAddress address, Connection connection) => byAddress.TryRemove(KeyValuePair.Create(address, connection));

    public Connection? Find(ulong fragment) => byFragment.GetValueOrDefault(fragment);

    public Connection? Find(in PeerAddress address) => byAddress.TryGetValue(address, out var connection) ? connection : null;
}
