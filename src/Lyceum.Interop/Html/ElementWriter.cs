using AngleSharp.Dom;

namespace Lyceum.Interop.Html;

/// <summary>What an element became: a tag to close after its content, or its content alone, or nothing more.</summary>
internal readonly record struct Written(bool Descend, string? EndTag = null)
{
    public static Written ContentOnly => new(true);
    public static Written Whole => new(false);
}

/// <summary>Writes one foreign element as what it may be here.</summary>
internal sealed class ElementWriter(MarkupWriter writer, LossList losses, FindHere findHere)
{
    private bool inLink;

    public Written Write(IElement element, bool isInLink)
    {
        inLink = isInLink;
        if (element.NamespaceUri != NamespaceNames.HtmlUri || Furniture.IsHint(element) || Furniture.IsSpace(element))
            return Written.Whole;
        var name = AllowedMarkup.NameHere(element.LocalName);
        return name switch
        {
            "a" => WriteLink(element),
            "img" => WriteImage(element),
            "iframe" => WriteEmbedded(element),
            "audio" or "video" => WritePlayer(element, name),
            _ when AllowedMarkup.Keeps(name) => WriteElement(element, name),
            _ => WriteOther(name),
        };
    }

    private Written WriteElement(IElement element, string name)
    {
        (string Name, string? Value)[] attributes = [.. Kept(element, name), ("style", KeptStyle.Of(element.GetAttribute("style")))];
        // Editors wrap every word in spans for looks that do not come along.
        var isBare = attributes.All(a => a.Value is null);
        if (name == "span" && isBare)
            return Written.ContentOnly;
        if (name == "div" && isBare && Furniture.KindOf(element) is var kind and not Furniture.Wrapper.Division)
        {
            if (kind == Furniture.Wrapper.Content)
                return Written.ContentOnly;
            name = "p";
        }
        writer.Start(name, attributes);
        return AllowedMarkup.IsEmpty(name) ? Written.Whole : new Written(true, name);
    }

    private Written WriteOther(string name)
    {
        if (name is "script")
            losses.Add(HtmlLossKind.Script, "");
        if (name is "form" or "input" or "x-select" or "textarea" or "button")
            losses.Add(HtmlLossKind.Form, "");
        return AllowedMarkup.Removes(name) ? Written.Whole : Written.ContentOnly;
    }

    private Written WriteLink(IElement element)
    {
        if (Target(element.GetAttribute("href")) is not { } target)
            return Written.ContentOnly;
        var isForeign = !target.StartsWith('/') && !target.StartsWith('#');
        writer.Start("a", [("href", target), ("rel", isForeign ? "noopener noreferrer" : null), .. Kept(element, "a")]);
        return new Written(true, "a");
    }

    private string? Target(string? href)
    {
        var address = href?.Trim();
        if (string.IsNullOrEmpty(address))
            return null;
        if (address.StartsWith('#'))
            return AllowedMarkup.PartName(address[1..]) is { } part ? "#" + part : null;
        if (Here(address) is { } here)
            return here + PartOf(address);
        if (ForeignAddress.TryRead(address, out var foreign))
            return foreign.AbsoluteUri;
        losses.Add(HtmlLossKind.MissingTarget, address);
        return null;
    }

    private static string? PartOf(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at && AllowedMarkup.PartName(address[(at + 1)..]) is { } part ? "#" + part : null;

    private Written WriteImage(IElement image)
    {
        if (MathMarkup.TexOf(image) is { } tex)
        {
            writer.Math($"\\({tex}\\)");
            return Written.Whole;
        }
        var isDecoration = image.HasAttribute("data-decorative") || image.GetAttribute("role") == "presentation";
        var alt = isDecoration ? "" : image.GetAttribute("alt") ?? "";
        var address = image.GetAttribute("src")?.Trim() ?? "";
        if (Here(address) is { } here)
            writer.Start("img", [("src", here), ("alt", alt), ("loading", "lazy"), .. Kept(image, "img"), .. Sizes(image)]);
        else
            WriteRemote(HtmlLossKind.RemoteMedia, address, alt);
        return Written.Whole;
    }

    private Written WriteEmbedded(IElement frame)
    {
        WriteRemote(HtmlLossKind.EmbeddedPage, frame.GetAttribute("src")?.Trim() ?? "", frame.GetAttribute("title") ?? "");
        return Written.Whole;
    }

    private Written WritePlayer(IElement player, string name)
    {
        var address = new[] { player }.Concat(player.QuerySelectorAll("source")).Select(e => e.GetAttribute("src")?.Trim()).OfType<string>().FirstOrDefault() ?? "";
        if (Here(address) is not { } here)
        {
            WriteRemote(HtmlLossKind.RemoteMedia, address, player.GetAttribute("title") ?? "");
            return Written.Whole;
        }
        writer.Start(name, [("src", here), ("controls", ""), ("preload", "metadata"), .. Kept(player, name), .. Sizes(player)]);
        foreach (var track in player.QuerySelectorAll("track"))
            if (Here(track.GetAttribute("src")?.Trim() ?? "") is { } captions)
                writer.Start("track", ("src", captions), ("kind", "captions"), ("srclang", track.GetAttribute("srclang")), ("label", track.GetAttribute("label")));
        writer.End(name);
        return Written.Whole;
    }

    /// <summary>What stands on another site becomes a link to it: showing it would tell that site who reads what.</summary>
    private void WriteRemote(HtmlLossKind kind, string address, string label)
    {
        var isForeign = ForeignAddress.TryRead(address, out var foreign) && ForeignAddress.IsPage(foreign);
        losses.Add(isForeign ? kind : HtmlLossKind.MissingTarget, address.Length <= 200 ? address : address[..200]);
        var text = string.IsNullOrWhiteSpace(label) && isForeign && !inLink ? foreign!.Host : label.Trim();
        var isLink = isForeign && !inLink;
        if (isLink)
            writer.Start("a", ("href", foreign!.AbsoluteUri), ("rel", "noopener noreferrer"));
        writer.Text(text);
        writer.End(isLink ? "a" : null);
    }

    private string? Here(string address) =>
        address.Length > 0 && findHere(address) is { } here && here.StartsWith('/') && !here.StartsWith("//", StringComparison.Ordinal) ? here : null;

    private static IEnumerable<(string, string?)> Kept(IElement element, string name) => AllowedMarkup.AttributesOf(name)
        .Select(a => (a, element.GetAttribute(a) is { } value ? AllowedMarkup.ValueOf(a, value) : null));

    private static IEnumerable<(string, string?)> Sizes(IElement element) => new[] { "width", "height" }
        .Select(a => (a, element.GetAttribute(a) is { } value ? AllowedMarkup.ValueOf(a, value) : null));
}
