using Lyceum.Data.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Courses;

/// <summary>One line of the list of modules: a module in full, or one or several folded to a line.</summary>
public abstract record ModuleEntry;

public sealed record OpenModule(string Anchor, string Title, string Days, IHtmlContent Done, IReadOnlyList<ActivityRow> Rows) : ModuleEntry;

public sealed record FoldedModule(string Anchor, string Title, string Url, IHtmlContent State) : ModuleEntry;

/// <summary>Past modules in a row, folded into one line that unfolds to a line each.</summary>
public sealed record FoldedModules(string Title, IHtmlContent State, IReadOnlyList<FoldedModule> Modules) : ModuleEntry;

/// <summary>The modules of a course as its page lists them: the one of this week open (and the one that was asked for), the others folded.</summary>
public sealed class ModuleList(CourseOutline outline, CourseRows rows, OwnPlace own, Words words, Times times)
{
    public OutlineModule? Now { get; } = outline.ModuleOn(times.Now.InZone(outline.Zone).Date);

    public IReadOnlyList<ModuleEntry> Entries(int? asked)
    {
        var entries = new List<ModuleEntry>();
        var folded = new List<OutlineModule>();
        foreach (var module in outline.Modules)
        {
            var isOpen = module == Now || module.Number == asked;
            if (!isOpen && module.Number < Now?.Number) folded.Add(module);
            else Unload();
            if (isOpen) entries.Add(Open(module));
            else if (module.Number > Now?.Number) entries.Add(Fold(module));
        }
        Unload();
        return entries;

        void Unload()
        {
            if (folded.Count == 1) entries.Add(Fold(folded[0]));
            else if (folded.Count > 1) entries.Add(FoldAll([.. folded]));
            folded.Clear();
        }
    }

    /// <summary>"Week 9 · Sampling" where the modules have days, "9 · Sampling" where everybody goes at their own pace.</summary>
    public string TitleOf(OutlineModule module) => IsWeekly
        ? words["Week {0} · {1}", module.Number, module.Title]
        : words["{0} · {1}", module.Number, module.Title];

    /// <summary>What the hero's bar shows.</summary>
    public IReadOnlyList<CoursePart> Parts() => outline.Modules.Select(module => new CoursePart(
        $"{module.Number} {module.Title}", module.Number < Now?.Number, module == Now, own(OwnPart.ModuleShare, module.Number), UrlOf(module))).ToList();

    private bool IsWeekly => outline.Modules.Any(module => module.StartsOn is not null);

    private OpenModule Open(OutlineModule module) =>
        new(AnchorOf(module), TitleOf(module), Days(module), DoneOf(module, module), module.Activities.Select((one, at) => rows.Row(one, own(OwnPart.RowState, module.Number, at))).ToList());

    private FoldedModule Fold(OutlineModule module) => new(AnchorOf(module), TitleOf(module), UrlOf(module), StateOf(module));

    private FoldedModules FoldAll(IReadOnlyList<OutlineModule> modules) => new(
        IsWeekly ? words["Weeks {0} to {1}", modules[0].Number, modules[^1].Number] : words["Parts {0} to {1}", modules[0].Number, modules[^1].Number],
        DoneOf(modules[0], modules[^1]), modules.Select(Fold).ToList());

    private IHtmlContent StateOf(OutlineModule module)
    {
        if (module.StartsOn is { } starts && starts > times.Now.InZone(outline.Zone).Date)
            return new HtmlContentBuilder().Append(words["from {0}", times.DayOf(starts)]);
        return DoneOf(module, module);
    }

    private string Days(OutlineModule module) => (module.StartsOn, module.EndsOn) switch
    {
        ({ } first, { } last) => words["{0} – {1}", times.Date(first), times.Date(last)],
        ({ } first, null) => times.Date(first),
        _ => "",
    };

    private IHtmlContent DoneOf(OutlineModule first, OutlineModule last) => own(OwnPart.ModulesDone, first.Number, last.Number);

    private static string AnchorOf(OutlineModule module) => $"module-{module.Number}";
    private string UrlOf(OutlineModule module) => $"/courses/{outline.Course.Slug}?module={module.Number}#{AnchorOf(module)}";
}
