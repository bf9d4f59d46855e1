namespace Lyceum.Media.Sdp;

/// <summary>The a= lines of a session or of one of its media sections, in their order (RFC 8866 §5.13).</summary>
public sealed class SdpAttributes
{
    private readonly List<(string Name, string Value)> lines = [];

    internal void Add(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        lines.Add(colon < 0 ? (line.ToString(), "") : (line[..colon].ToString(), line[(colon + 1)..].Trim().ToString()));
    }

    public bool Has(string name) => lines.Exists(l => l.Name == name);

    /// <summary>The first value of the name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var line in lines)
                if (line.Name == name) return line.Value;
            return null;
        }
    }

    public IEnumerable<string> All(string name)
    {
        foreach (var line in lines)
            if (line.Name == name) yield return line.Value;
    }
}
