using Lyceum.Data;
using Lyceum.Data.Messages;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Messages;

/// <summary>Everything new for one person, by day; the bell leads here.</summary>
public sealed class MessagesPage(SchoolDb db, ReadNotifications read, Times times) : SchoolPage
{
    private const int PageLength = 40;

    public IReadOnlyList<News> News { get; private set; } = [];
    public IEnumerable<IGrouping<LocalDate, News>> Days => News.GroupBy(news => news.Notification.CreatedAt.InZone(Zone).Date);
    public bool OnlyUnread { get; private set; }
    /// <summary>Where the older ones begin, in Unix ticks; null = these are all.</summary>
    public long? OlderThan => News.Count == PageLength ? News[^1].Notification.CreatedAt.ToUnixTimeTicks() : null;
    public string DayWord(LocalDate date) => date == times.Today ? T["Today"] : times.LongDate(date);

    public async Task OnGetAsync(bool unread, long? before, CancellationToken ct)
    {
        OnlyUnread = unread;
        News = await db.LatestNews(Viewer, unread, before is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null, PageLength, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await read.All(Viewer, ct);
        return LocalRedirect("/messages");
    }
}
