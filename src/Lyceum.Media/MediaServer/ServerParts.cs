using System.Net;
using System.Threading.Channels;
using Lyceum.Media.Dtls;

namespace Lyceum.Media;

/// <summary>What every room of one server shares.</summary>
internal sealed record ServerParts(
    MediaSettings Settings, MediaClock Clock, DtlsIdentity Identity, Routes Routes, IReadOnlyList<IPEndPoint> Candidates, ChannelWriter<MediaSignal> Signals);
