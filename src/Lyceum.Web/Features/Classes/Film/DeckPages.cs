using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Recording;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Film;

/// <summary>Draws those pages of PDFs that a film shows, with poppler's pdftoppm.</summary>
public sealed class DeckPages(IFileStore store)
{
    public const string Missing = "poppler-utils is not installed on the school's machine, which draws the slides: apt install poppler-utils.";

    public static bool IsThere() => Ffmpeg.IsThere("pdftoppm");

    /// <summary>The file of each page. A PDF that is gone, or a page that it does not have, is left out.</summary>
    public async Task<IReadOnlyDictionary<FilmedSlide, string>> Draw(SchoolDb db, FilmPlan plan, string folder, CancellationToken ct)
    {
        var drawn = new Dictionary<FilmedSlide, string>();
        foreach (var deck in plan.Scenes.Select(s => s.Stage).OfType<FilmedSlide>().Distinct().GroupBy(s => s.FileId))
        {
            var hash = await db.Files.Where(f => f.Id == deck.Key).Select(f => f.Hash).SingleOrDefaultAsync(ct);
            if (hash is null || await store.Open(hash, ct) is not { } content) continue;
            var pdf = Path.Combine(folder, $"{deck.Key:N}.pdf");
            await using (content)
            await using (var copy = File.Create(pdf)) await content.CopyToAsync(copy, ct);
            foreach (var slide in deck)
            {
                var page = slide.Slide.ToString(CultureInfo.InvariantCulture);
                var picture = Path.Combine(folder, $"{deck.Key:N}-{page}");
                await Ffmpeg.Ask("pdftoppm", ["-q", "-png", "-singlefile", "-f", page, "-l", page, "-scale-to", "1280", pdf, picture], ct);
                if (File.Exists(picture + ".png")) drawn[slide] = picture + ".png";
            }
        }
        return drawn;
    }
}
