using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lyceum.Media.Srtp;

/// <summary>
/// AES-128-GCM by the system's OpenSSL (EVP_CipherInit_ex(3)). The framework's AesGcm is the same code, but answers a forgery with an
/// exception, some ten thousand times as dear as the packet: whoever may send to us could keep a core busy with it.
/// </summary>
internal sealed unsafe partial class Gcm : IDisposable
{
    public const int TagBytes = 16;
    private const string Crypto = "libcrypto.so.3";
    private const int GetTag = 0x10, SetTag = 0x11, Encrypting = 1, Decrypting = 0;
    private nint context;

    public Gcm(ReadOnlySpan<byte> key)
    {
        context = NewContext();
        fixed (byte* bytes = key)
            if (context == 0 || Init(context, Aes128Gcm(), 0, bytes, null, Encrypting) != 1) throw new CryptographicException("OpenSSL made no AES-GCM.");
    }

    /// <summary>Encrypts in place and writes the tag.</summary>
    public void Encrypt(ReadOnlySpan<byte> nonce, Span<byte> text, Span<byte> tag, ReadOnlySpan<byte> covered)
    {
        int written;
        fixed (byte* iv = nonce, bytes = text, seal = tag, aad = covered)
        {
            if (Init(context, 0, 0, null, iv, Encrypting) != 1 || Update(context, null, &written, aad, covered.Length) != 1
                || (text.Length > 0 && Update(context, bytes, &written, bytes, text.Length) != 1)
                || Final(context, bytes, &written) != 1 || Control(context, GetTag, TagBytes, seal) != 1)
                throw new CryptographicException("OpenSSL did not encrypt.");
        }
    }

    /// <summary>Decrypts in place; false for a forgery, and then the text is rubble.</summary>
    public bool TryDecrypt(ReadOnlySpan<byte> nonce, Span<byte> text, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> covered)
    {
        int written;
        byte none;
        fixed (byte* iv = nonce, bytes = text, seal = tag, aad = covered)
        {
            return Init(context, 0, 0, null, iv, Decrypting) == 1 && Update(context, null, &written, aad, covered.Length) == 1
                && (text.Length == 0 || Update(context, bytes, &written, bytes, text.Length) == 1)
                && Control(context, SetTag, TagBytes, seal) == 1 && Final(context, &none, &written) == 1;
        }
    }

    public void Dispose()
    {
        if (context != 0) FreeContext(context);
        context = 0;
    }

    [LibraryImport(Crypto, EntryPoint = "EVP_aes_128_gcm")] private static partial nint Aes128Gcm();
    [LibraryImport(Crypto, EntryPoint = "EVP_CIPHER_CTX_new")] private static partial nint NewContext();
    [LibraryImport(Crypto, EntryPoint = "EVP_CIPHER_CTX_free")] private static partial void FreeContext(nint context);
    [LibraryImport(Crypto, EntryPoint = "EVP_CipherInit_ex")] private static partial int Init(nint context, nint type, nint engine, byte* key, byte* iv, int direction);
    [LibraryImport(Crypto, EntryPoint = "EVP_CipherUpdate")] private static partial int Update(nint context, byte* to, int* written, byte* from, int length);
    [LibraryImport(Crypto, EntryPoint = "EVP_CipherFinal_ex")] private static partial int Final(nint context, byte* to, int* written);
    [LibraryImport(Crypto, EntryPoint = "EVP_CIPHER_CTX_ctrl")] private static partial int Control(nint context, int command, int number, byte* pointer);
}
