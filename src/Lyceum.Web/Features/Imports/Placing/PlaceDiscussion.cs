using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Discussions;
using Lyceum.Interop.Cartridges;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Imports;

/// <summary>Discussion topics; what people said in them is not part of a cartridge.</summary>
public sealed class PlaceDiscussion : IPlaceContent
{
    private const int UnknownMinutes = 25;

    public bool Takes(CartridgeItem item) => item is CartridgeDiscussion;

    public ActivityKind KindOf(CartridgeItem item) => ActivityKind.Discussion;

    public PlacedContent Read(CartridgeItem item, ItemReading reading)
    {
        var discussion = (CartridgeDiscussion)item;
        return new PlacedDiscussion(UnknownMinutes, discussion.Grading.Points, RichText.CleanHtml(reading.Clean(discussion.Html) + reading.Attached(discussion.Attachments)));
    }

    private sealed record PlacedDiscussion(int EffortMinutes, decimal? Points, RichText Prompt) : PlacedContent(EffortMinutes, Points)
    {
        public override async Task<string?> Save(SchoolDb db, Activity activity, Instant now, CancellationToken ct)
        {
            var discussion = await db.Discussions.AsTracking().SingleOrDefaultAsync(d => d.ActivityId == activity.Id, ct);
            if (discussion is null)
                db.Discussions.Add(discussion = Discussion.For(activity));
            discussion.Ask(Prompt);
            return null;
        }
    }
}
