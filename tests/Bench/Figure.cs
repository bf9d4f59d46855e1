using System.Globalization;

namespace Lyceum.Bench;

/// <summary>One figure against its budget: "name value op target ok|short".</summary>
public sealed record Figure(string Name, double Value, string Op, double Target)
{
    public bool IsShort => Op == ">=" ? Value < Target : Value > Target;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.###} {Op} {Target:0.###} {(IsShort ? "short" : "ok")}");
}
