namespace Lyceum.Media.Stun;

/// <summary>Numbers of RFC 8489 and, for ICE, RFC 8445 §16.1.</summary>
public static class StunCode
{
    public const uint MagicCookie = 0x2112A442, FingerprintMask = 0x5354554E;

    public const ushort BindingRequest = 0x0001, BindingIndication = 0x0011, BindingSuccess = 0x0101, BindingError = 0x0111;

    public const ushort Username = 0x0006, MessageIntegrity = 0x0008, ErrorCode = 0x0009, XorMappedAddress = 0x0020,
        Priority = 0x0024, UseCandidate = 0x0025, Software = 0x8022, Fingerprint = 0x8028, IceControlled = 0x8029, IceControlling = 0x802A;
}
