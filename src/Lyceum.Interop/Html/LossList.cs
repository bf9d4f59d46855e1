namespace Lyceum.Interop.Html;

/// <summary>Losses in the order found, each once.</summary>
internal sealed class LossList
{
    private readonly List<HtmlLoss> all = [];
    private readonly HashSet<HtmlLoss> seen = [];

    public IReadOnlyList<HtmlLoss> All => all;

    public void Add(HtmlLossKind kind, string detail)
    {
        var loss = new HtmlLoss(kind, detail);
        if (seen.Add(loss))
            all.Add(loss);
    }
}
