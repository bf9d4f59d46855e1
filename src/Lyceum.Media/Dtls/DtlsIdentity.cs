using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lyceum.Media.Dtls;

/// <summary>
/// The server's self-signed P-256 certificate and the OpenSSL context that every connection is made from. Trust does not come from the
/// certificate but from its fingerprint in the signalling (RFC 8827 §6.5), so a new one is made at every start.
/// </summary>
public sealed unsafe class DtlsIdentity : IDisposable
{
    private const string Profiles = "SRTP_AEAD_AES_128_GCM:SRTP_AES128_CM_SHA1_80";
    private readonly Lazy<nint> client;
    private readonly nint server;
    private readonly byte[] certificate, privateKey;

    public DtlsIdentity(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Lyceum", key, HashAlgorithmName.SHA256);
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        certificate = made.RawData;
        privateKey = key.ExportECPrivateKey();
        Fingerprint = Fingerprint.Of(certificate);
        server = NewContext(OpenSsl.DtlsServerMethod());
        client = new Lazy<nint>(() => NewContext(OpenSsl.DtlsClientMethod()));
    }

    public Fingerprint Fingerprint { get; }

    internal nint ServerContext => server;

    /// <summary>For the far end of tests and benches, which play the browser.</summary>
    internal nint ClientContext => client.Value;

    private nint NewContext(nint method)
    {
        var context = OpenSsl.ContextNew(method);
        if (context == 0) throw new CryptographicException("OpenSSL made no DTLS context.");
        OpenSsl.ContextControl(context, OpenSsl.ControlSetMinimumVersion, OpenSsl.Dtls12, 0);
        OpenSsl.ContextSetOptions(context, OpenSsl.NoQueryMtu | OpenSsl.NoRenegotiation | OpenSsl.NoTicket);
        fixed (byte* cert = certificate, key = privateKey)
        {
            if (OpenSsl.ContextUseCertificate(context, certificate.Length, cert) != 1
                || OpenSsl.ContextUsePrivateKey(OpenSsl.KeyTypeEc, context, key, privateKey.Length) != 1)
                throw new CryptographicException("OpenSSL refused the certificate.");
        }
        // The trap: this one call answers 0 for success.
        if (OpenSsl.ContextUseSrtp(context, Profiles) != 0) throw new CryptographicException("OpenSSL knows none of the SRTP profiles.");
        OpenSsl.ContextSetVerify(context, OpenSsl.VerifyPeer | OpenSsl.VerifyFailIfNoPeerCertificate, &AcceptForNow);
        return context;
    }

    /// <summary>Every certificate passes here, self-signed as they are; the fingerprint decides once the handshake is done.</summary>
    [UnmanagedCallersOnly]
    private static int AcceptForNow(int preverified, nint store) => 1;

    public void Dispose()
    {
        OpenSsl.ContextFree(server);
        if (client.IsValueCreated) OpenSsl.ContextFree(client.Value);
    }
}
