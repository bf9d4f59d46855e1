using System.Buffers.Binary;
using Lyceum.Media.Srtp;

namespace Lyceum.Media.Dtls;

public enum DtlsState { Handshaking, Established, Failed, Closed }

/// <summary>
/// One DTLS 1.2 association over memory (RFC 6347, RFC 5764): datagrams go in with <see cref="Receive"/>, come out with
/// <see cref="TryTake"/>, and the result is the SRTP keys. Used under its room's lock.
/// </summary>
public sealed unsafe class DtlsConnection : IDisposable
{
    private const int RecordHeader = 13, Mtu = 1200;
    private readonly Fingerprint expected;
    private readonly nint ssl, incoming, outgoing;
    private bool disposed;

    public DtlsConnection(DtlsIdentity identity, Fingerprint expectedPeer, bool asServer = true)
    {
        expected = expectedPeer;
        ssl = OpenSsl.New(asServer ? identity.ServerContext : identity.ClientContext);
        incoming = OpenSsl.BioNew(OpenSsl.BioMemory());
        outgoing = OpenSsl.BioNew(OpenSsl.BioMemory());
        OpenSsl.BioControl(incoming, OpenSsl.BioControlSetEofReturn, -1, 0);
        OpenSsl.BioControl(outgoing, OpenSsl.BioControlSetEofReturn, -1, 0);
        OpenSsl.SetBio(ssl, incoming, outgoing);
        OpenSsl.Control(ssl, OpenSsl.ControlSetMtu, Mtu, 0);
        if (asServer) OpenSsl.SetAcceptState(ssl);
        else OpenSsl.SetConnectState(ssl);
    }

    public DtlsState State { get; private set; }

    /// <summary>The keys, once <see cref="State"/> is established.</summary>
    public SrtpKeys? Keys { get; private set; }

    /// <summary>Starts the client's side; the server's starts with its first datagram.</summary>
    public void Start() => Handshake();

    public void Receive(ReadOnlySpan<byte> datagram)
    {
        if (disposed || State is DtlsState.Failed or DtlsState.Closed) return;
        fixed (byte* bytes = datagram) OpenSsl.BioWrite(incoming, bytes, datagram.Length);
        if (State == DtlsState.Handshaking) Handshake();
        if (State == DtlsState.Established) ReadAlerts();
    }

    /// <summary>To be called now and then while the handshake runs: repeats a lost flight (RFC 6347 §4.2.4).</summary>
    public void HandleTimeout()
    {
        if (disposed || State != DtlsState.Handshaking) return;
        OpenSsl.ClearErrors();
        if (OpenSsl.Control(ssl, OpenSsl.ControlHandleTimeout, 0, 0) < 0) State = DtlsState.Failed;
    }

    /// <summary>
    /// Takes one record to be sent as one datagram: what OpenSSL wrote is a row of records, told apart by the length in their headers.
    /// Returns 0 when there is nothing to send.
    /// </summary>
    public int TryTake(Span<byte> datagram)
    {
        if (disposed || OpenSsl.BioControl(outgoing, OpenSsl.BioControlPending, 0, 0) < RecordHeader) return 0;
        fixed (byte* bytes = datagram)
        {
            if (OpenSsl.BioRead(outgoing, bytes, RecordHeader) != RecordHeader) return 0;
            int length = BinaryPrimitives.ReadUInt16BigEndian(datagram[11..]);
            if (length > datagram.Length - RecordHeader) throw new InvalidOperationException("OpenSSL wrote a record beyond the MTU.");
            return RecordHeader + OpenSsl.BioRead(outgoing, bytes + RecordHeader, length);
        }
    }

    /// <summary>Says goodbye; the alert then waits in <see cref="TryTake"/>.</summary>
    public void Shutdown()
    {
        if (disposed || State != DtlsState.Established) return;
        OpenSsl.Shutdown(ssl);
        State = DtlsState.Closed;
    }

    private void Handshake()
    {
        OpenSsl.ClearErrors();
        var result = OpenSsl.DoHandshake(ssl);
        if (result == 1) State = PeerIsExpected() && TryExportKeys() ? DtlsState.Established : DtlsState.Failed;
        else if (OpenSsl.GetError(ssl, result) != OpenSsl.ErrorWantRead) State = DtlsState.Failed;
    }

    /// <summary>The certificate must be the one that the signalling named (RFC 8122 §6.2): here man-in-the-middle ends.</summary>
    private bool PeerIsExpected()
    {
        var certificate = OpenSsl.PeerCertificate(ssl);
        if (certificate == 0) return false;
        try
        {
            var der = new byte[OpenSsl.CertificateToDer(certificate, null)];
            fixed (byte* start = der)
            {
                var end = start;
                OpenSsl.CertificateToDer(certificate, &end);
            }
            return Fingerprint.Of(der) == expected;
        }
        finally
        {
            OpenSsl.CertificateFree(certificate);
        }
    }

    private bool TryExportKeys()
    {
        var selected = OpenSsl.SelectedSrtpProfile(ssl);
        if (selected is null) return false;
        var profile = (SrtpProfile)selected->Id;
        Span<byte> exported = stackalloc byte[SrtpKeys.ExportedBytes(profile)];
        fixed (byte* to = exported)
        {
            var label = SrtpKeys.ExporterLabel;
            if (OpenSsl.ExportKeyingMaterial(ssl, to, (nuint)exported.Length, label, (nuint)label.Length, 0, 0, 0) != 1) return false;
        }
        Keys = SrtpKeys.Split(profile, exported);
        return true;
    }

    /// <summary>Nothing but alerts is expected on an established association: there is no data channel.</summary>
    private void ReadAlerts()
    {
        Span<byte> scrap = stackalloc byte[512];
        fixed (byte* bytes = scrap)
        {
            OpenSsl.ClearErrors();
            int result;
            do result = OpenSsl.Read(ssl, bytes, scrap.Length);
            while (result > 0);
            if (OpenSsl.GetError(ssl, result) == OpenSsl.ErrorZeroReturn) State = DtlsState.Closed;
        }
    }

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        OpenSsl.Free(ssl);
    }
}
