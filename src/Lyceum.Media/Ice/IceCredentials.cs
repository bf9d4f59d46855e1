using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lyceum.Media.Ice;

/// <summary>
/// The server's user fragment and password for one connection (RFC 8445 §5.3). Our fragment is always eight characters, so that
/// <see cref="Key"/> is one 64-bit number and finding the connection of a check costs no allocation.
/// </summary>
public sealed class IceCredentials
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int FragmentLength = 8;
    private readonly byte[] passwordBytes;

    private IceCredentials(string fragment, string password)
    {
        (Fragment, Password) = (fragment, password);
        passwordBytes = Encoding.ASCII.GetBytes(password);
        Key = BinaryPrimitives.ReadUInt64BigEndian(Encoding.ASCII.GetBytes(fragment));
    }

    public string Fragment { get; }
    public string Password { get; }
    public ulong Key { get; }
    public ReadOnlySpan<byte> PasswordBytes => passwordBytes;

    /// <summary>48 bits of fragment, 144 bits of password (RFC 8445 §5.3 asks for 24 and 128).</summary>
    public static IceCredentials New() =>
        new(RandomNumberGenerator.GetString(Alphabet, FragmentLength), RandomNumberGenerator.GetString(Alphabet, 24));

    /// <summary>The key in a check's USERNAME, which is "ours:theirs" (RFC 8445 §7.2.2).</summary>
    public static bool TryReadKey(ReadOnlySpan<byte> username, out ulong key)
    {
        key = 0;
        if (username.Length <= FragmentLength || username[FragmentLength] != (byte)':') return false;
        key = BinaryPrimitives.ReadUInt64BigEndian(username);
        return true;
    }
}
