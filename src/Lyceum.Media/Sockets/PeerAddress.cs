using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Media.Sockets;

/// <summary>
/// An address and port as one comparable value. It is the key under which every datagram's sender is looked up,
/// so it is neither boxed nor allocated, and it reads and writes the kernel's own <c>sockaddr</c> bytes.
/// </summary>
public readonly struct PeerAddress(UInt128 address, ushort port, bool isIPv4, uint scope = 0) : IEquatable<PeerAddress>
{
    private const int FamilyIPv4 = 2, FamilyIPv6 = 10;

    /// <summary>Room that any <c>sockaddr</c> needs here, in bytes.</summary>
    public const int MaxBytes = 28;

    public UInt128 Address { get; } = address;
    public ushort Port { get; } = port;
    public bool IsIPv4 { get; } = isIPv4;
    public uint Scope { get; } = scope;

    public static PeerAddress From(IPEndPoint end)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (end.AddressFamily == AddressFamily.InterNetwork)
        {
            end.Address.TryWriteBytes(bytes, out _);
            return new(BinaryPrimitives.ReadUInt32BigEndian(bytes), (ushort)end.Port, true);
        }
        end.Address.TryWriteBytes(bytes, out _);
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes), (ushort)end.Port, false, (uint)end.Address.ScopeId);
    }

    public IPEndPoint ToEndPoint()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Address);
        return new(IsIPv4 ? new IPAddress(bytes[12..]) : new IPAddress(bytes, Scope), Port);
    }

    /// <summary>Reads a Linux <c>sockaddr_in</c> or <c>sockaddr_in6</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> sockaddr, out PeerAddress address)
    {
        address = default;
        if (sockaddr.Length < 16) return false;
        var family = BinaryPrimitives.ReadUInt16LittleEndian(sockaddr);
        var port = BinaryPrimitives.ReadUInt16BigEndian(sockaddr[2..]);
        if (family == FamilyIPv4)
        {
            address = new(BinaryPrimitives.ReadUInt32BigEndian(sockaddr[4..]), port, true);
            return true;
        }
        if (family != FamilyIPv6 || sockaddr.Length < MaxBytes) return false;
        address = new(BinaryPrimitives.ReadUInt128BigEndian(sockaddr[8..]), port, false, BinaryPrimitives.ReadUInt32LittleEndian(sockaddr[24..]));
        return true;
    }

    /// <summary>Writes the <c>sockaddr</c> and returns its length.</summary>
    public int Write(Span<byte> sockaddr)
    {
        sockaddr[..MaxBytes].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(sockaddr[2..], Port);
        if (IsIPv4)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(sockaddr, FamilyIPv4);
            BinaryPrimitives.WriteUInt32BigEndian(sockaddr[4..], (uint)Address);
            return 16;
        }
        BinaryPrimitives.WriteUInt16LittleEndian(sockaddr, FamilyIPv6);
        BinaryPrimitives.WriteUInt128BigEndian(sockaddr[8..], Address);
        BinaryPrimitives.WriteUInt32LittleEndian(sockaddr[24..], Scope);
        return MaxBytes;
    }

    public bool Equals(PeerAddress other) => Address == other.Address && Port == other.Port && IsIPv4 == other.IsIPv4;
    public override bool Equals(object? obj) => obj is PeerAddress other && Equals(other);
    public override int GetHashCode() => HashCode.Combine((ulong)Address, (ulong)(Address >> 64), Port);
    public static bool operator ==(PeerAddress left, PeerAddress right) => left.Equals(right);
    public static bool operator !=(PeerAddress left, PeerAddress right) => !left.Equals(right);
    public override string ToString() => ToEndPoint().ToString();
}
