using System.Net;
using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Imports;
using Lyceum.Domain.Library;
using Lyceum.Interop.Archives;
using Lyceum.Interop.Cartridges;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Library;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Turns foreign items of one kind into what an activity holds.</summary>
public interface IPlaceContent
{
    bool Takes(CartridgeItem item);

    ActivityKind KindOf(CartridgeItem item);

    /// <summary>Cleans and reads everything; touches no database.</summary>
    PlacedContent Read(CartridgeItem item, ItemReading reading);
}

/// <summary>The content of one activity, ready to be saved. <paramref name="EffortMinutes"/> is what it may take a student.</summary>
public abstract record PlacedContent(int EffortMinutes, decimal? Points)
{
    /// <summary>How many questions came along.</summary>
    public virtual int Questions => 0;

    /// <summary>Writes it as the content of the activity, over what stood there; a sentence where people's work forbids that, and then nothing is changed.</summary>
    public abstract Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct);
}

/// <summary>What content is read with: the archive, where links lead here, which rows files became, and where losses are noted.</summary>
public sealed class ItemReading(UnpackedArchive archive, string subject, FindHere findHere, Func<string, StoredFile?> fileOf, Func<string, StoredFile?> fileAt, List<ImportLoss> losses)
{
    public UnpackedArchive Archive => archive;
    public FindHere FindHere => findHere;

    /// <summary>The file that an address names, as written in the cartridge.</summary>
    public StoredFile? FileOf(string address) => fileOf(address);

    /// <summary>The file of exactly this path.</summary>
    public StoredFile? FileAt(string path) => fileAt(path);

    public void Lose(string message, params object[] arguments) => LoseOf(subject, message, arguments);

    public void LoseOf(string part, string message, params object[] arguments) =>
        losses.Add(new ImportLoss(part, message, [.. arguments.Select(a => a.ToString() ?? "")]));

    public string Clean(string html)
    {
        var clean = CleanHtml.Of(html, findHere);
        foreach (var loss in clean.Losses)
            Lose(Sentence(loss.Kind), Shown(loss.Detail));
        return clean.IsBlank ? "" : clean.Html;
    }

    /// <summary>Links to attached files, for the end of a text.</summary>
    public string Attached(IEnumerable<string> addresses)
    {
        var files = new List<StoredFile>();
        foreach (var address in addresses)
            if (FileOf(address) is { } file)
                files.Add(file);
            else
                Lose(Sentence(HtmlLossKind.MissingTarget), Shown(address));
        return string.Concat(files.Select(f => $"<p><a href=\"{LibraryFeature.AddressOf(f)}\">{WebUtility.HtmlEncode(f.Name)}</a></p>"));
    }

    /// <summary>At 200 words a minute, in steps of five.</summary>
    public static int MinutesToRead(string html) => Math.Clamp((CleanHtml.TextOf(html).Split(' ').Length / 200 + 4) / 5 * 5, 5, 600);

    private static string Shown(string address)
    {
        var plain = Uri.UnescapeDataString(address.Split('?')[0]);
        return plain.Length <= 100 ? plain : string.Concat(plain.AsSpan(0, 99), "…");
    }

    private static string Sentence(HtmlLossKind kind) => kind switch
    {
        HtmlLossKind.Script => "It held script, which was removed.",
        HtmlLossKind.Form => "It held a form, which was removed.",
        HtmlLossKind.EmbeddedPage => "It showed {0} within the page; that became a link.",
        HtmlLossKind.RemoteMedia => "It showed {0} from another site; that became a link.",
        HtmlLossKind.MissingTarget => "It refers to {0}, which did not come along.",
        _ => "Its markup is nested beyond reason, so it came as text.",
    };
}
