using System.Runtime.InteropServices;

namespace Lyceum.Media.Dtls;

/// <summary>The calls of OpenSSL 3 that a DTLS-SRTP server needs (libssl(7), SSL_CTX_set_tlsext_use_srtp(3), SSL_export_keying_material(3)).</summary>
internal static unsafe partial class OpenSsl
{
    private const string Ssl = "libssl.so.3", Crypto = "libcrypto.so.3";

    internal const int KeyTypeEc = 408, VerifyPeer = 1, VerifyFailIfNoPeerCertificate = 2, ErrorWantRead = 2, ErrorZeroReturn = 6;
    internal const int ControlSetMtu = 17, ControlSetMinimumVersion = 123, ControlGetTimeout = 73, ControlHandleTimeout = 74;
    internal const int BioControlPending = 10, BioControlSetEofReturn = 130, Dtls12 = 0xFEFD;
    internal const ulong NoQueryMtu = 1UL << 12, NoRenegotiation = 1UL << 30, NoTicket = 1UL << 14;

    [LibraryImport(Ssl, EntryPoint = "DTLS_server_method")] internal static partial nint DtlsServerMethod();
    [LibraryImport(Ssl, EntryPoint = "DTLS_client_method")] internal static partial nint DtlsClientMethod();
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_new")] internal static partial nint ContextNew(nint method);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_free")] internal static partial void ContextFree(nint context);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_ctrl")] internal static partial nint ContextControl(nint context, int command, nint number, nint pointer);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_set_options")] internal static partial ulong ContextSetOptions(nint context, ulong options);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_use_certificate_ASN1")]
    internal static partial int ContextUseCertificate(nint context, int length, byte* der);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_use_PrivateKey_ASN1")]
    internal static partial int ContextUsePrivateKey(int type, nint context, byte* der, nint length);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_set_tlsext_use_srtp", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ContextUseSrtp(nint context, string profiles);
    [LibraryImport(Ssl, EntryPoint = "SSL_CTX_set_verify")]
    internal static partial void ContextSetVerify(nint context, int mode, delegate* unmanaged<int, nint, int> callback);

    [LibraryImport(Ssl, EntryPoint = "SSL_new")] internal static partial nint New(nint context);
    [LibraryImport(Ssl, EntryPoint = "SSL_free")] internal static partial void Free(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_set_bio")] internal static partial void SetBio(nint ssl, nint read, nint write);
    [LibraryImport(Ssl, EntryPoint = "SSL_set_accept_state")] internal static partial void SetAcceptState(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_set_connect_state")] internal static partial void SetConnectState(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_do_handshake")] internal static partial int DoHandshake(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_get_error")] internal static partial int GetError(nint ssl, int result);
    [LibraryImport(Ssl, EntryPoint = "SSL_ctrl")] internal static partial nint Control(nint ssl, int command, nint number, nint pointer);
    [LibraryImport(Ssl, EntryPoint = "SSL_read")] internal static partial int Read(nint ssl, byte* buffer, int length);
    [LibraryImport(Ssl, EntryPoint = "SSL_shutdown")] internal static partial int Shutdown(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_get1_peer_certificate")] internal static partial nint PeerCertificate(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_get_selected_srtp_profile")] internal static partial SrtpProfileName* SelectedSrtpProfile(nint ssl);
    [LibraryImport(Ssl, EntryPoint = "SSL_export_keying_material", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ExportKeyingMaterial(nint ssl, byte* to, nuint length, string label, nuint labelLength, nint context, nuint contextLength, int useContext);

    [LibraryImport(Crypto, EntryPoint = "BIO_new")] internal static partial nint BioNew(nint method);
    [LibraryImport(Crypto, EntryPoint = "BIO_s_mem")] internal static partial nint BioMemory();
    [LibraryImport(Crypto, EntryPoint = "BIO_write")] internal static partial int BioWrite(nint bio, byte* bytes, int length);
    [LibraryImport(Crypto, EntryPoint = "BIO_read")] internal static partial int BioRead(nint bio, byte* bytes, int length);
    [LibraryImport(Crypto, EntryPoint = "BIO_ctrl")] internal static partial nint BioControl(nint bio, int command, nint number, nint pointer);
    [LibraryImport(Crypto, EntryPoint = "X509_free")] internal static partial void CertificateFree(nint certificate);
    [LibraryImport(Crypto, EntryPoint = "i2d_X509")] internal static partial int CertificateToDer(nint certificate, byte** der);
    [LibraryImport(Crypto, EntryPoint = "ERR_clear_error")] internal static partial void ClearErrors();

    [StructLayout(LayoutKind.Sequential)]
    internal struct SrtpProfileName
    {
        public nint Name;
        public nuint Id;
    }
}
