using System.Net;
using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Lyceum.Interop.Cartridges;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Pages, web links, and files that stand in a module by themselves.</summary>
public sealed class PlaceReading : IPlaceContent
{
    private const int MinutesForAFile = 15;

    public bool Takes(CartridgeItem item) => item is CartridgePage or CartridgeWebLink || item is CartridgeFileItem && !PlaceLecture.IsMedia(item.Path);

    public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Reading;

    public PlacedContent Read(CartridgeItem item, ItemReading reading)
    {
        var html = item switch
        {
            CartridgePage page => reading.Clean(page.Html),
            CartridgeWebLink link => $"<p><a href=\"{WebUtility.HtmlEncode(link.Address.AbsoluteUri)}\" rel=\"noopener noreferrer\">{WebUtility.HtmlEncode(link.Title)}</a></p>",
            _ => "",
        };
        var file = item is CartridgeFileItem ? reading.FileAt(item.Path) : null;
        return new PlacedReading(file is null ? ItemReading.MinutesToRead(html) : MinutesForAFile, RichText.CleanHtml(html), file);
    }

    /// <summary>A reading of markup that is clean already.</summary>
    internal static PlacedContent Of(string html) => new PlacedReading(ItemReading.MinutesToRead(html), RichText.CleanHtml(html), null);

    private sealed record PlacedReading(int EffortMinutes, RichText Body, StoredFile? File) : PlacedContent(EffortMinutes, null)
    {
        public override async Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct)
        {
            var reading = await db.Readings.AsTracking().SingleOrDefaultAsync(r => r.ActivityId == activity.Id, ct);
            if (reading is null)
                db.Readings.Add(reading = Reading.For(activity));
            if (reading.Write(Body) is { IsRefused: true, Refusal: { } refusal })
                return refusal.Message;
            foreach (var attached in reading.Attachments)
                reading.Detach(attached);
            if (File is not null)
                reading.Attach(File.Id);
            return null;
        }
    }
}
