using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lyceum.Web.Features.Shared;

/// <summary>The icons of the sprite, where markup is written by hand; pages say <c>&lt;icon name="bell" /&gt;</c>.</summary>
public sealed class Icons(IFileVersionProvider versions)
{
    /// <summary>What goes into an svg element.</summary>
    public string Use(string name) => $"<use href=\"{versions.AddFileVersionToPath("", "/built/icons.svg")}#{name}\"></use>";

    /// <summary>An icon that the words beside it speak for.</summary>
    public string Svg(string name) => $"<svg class=\"icon\" aria-hidden=\"true\">{Use(name)}</svg>";
}
