namespace Lyceum.Web.Hosting;

/// <summary>Where sound and picture of live classes come in: one UDP port.</summary>
public sealed class UdpSettings
{
    /// <summary>To be opened in the firewall; 0 takes any free one.</summary>
    public int Port { get; set; } = 8810;

    /// <summary>Addresses to listen on, with commas between; empty = every usable one of this machine.</summary>
    public string Listen { get; set; } = "";

    /// <summary>Told to browsers instead, for a host behind address translation; with commas between.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>TURN servers for restricted networks, with commas between: "turn:relay.example:3478?transport=udp, turns:relay.example:443?transport=tcp".</summary>
    public string Relays { get; set; } = "";

    /// <summary>The secret that those share with us (coturn: static-auth-secret).</summary>
    public string RelaySecret { get; set; } = "";
}
