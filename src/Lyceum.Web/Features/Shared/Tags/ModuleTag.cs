using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// Names, before an island's script, the modules that it imports (HTML §4.6.7.11), so that a browser asks for them together with it instead of
/// one round trip later.
/// </summary>
[HtmlTargetElement("script", Attributes = "[type=module],src")]
public sealed class ModuleTag(BuiltModules modules) : TagHelper
{
    private const string Built = "~/built/";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes["src"].Value?.ToString() is not { } source || !source.StartsWith(Built, StringComparison.Ordinal)) return;
        foreach (var module in modules.ImportedBy(source[Built.Length..]))
            output.PreElement.AppendHtml($"""<link rel="modulepreload" href="{View.HttpContext.Request.PathBase.Add($"/built/{module}")}" />""");
    }
}

/// <summary>What each built script imports at once, directly or through another; written beside the scripts when they are built.</summary>
public sealed class BuiltModules(IWebHostEnvironment environment)
{
    private readonly Lazy<FrozenDictionary<string, string[]>> imports = new(() =>
    {
        using var list = environment.WebRootFileProvider.GetFileInfo("built/modules.json").CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(list)!.ToFrozenDictionary();
    });

    public IReadOnlyList<string> ImportedBy(string script) => imports.Value.GetValueOrDefault(script, []);
}
