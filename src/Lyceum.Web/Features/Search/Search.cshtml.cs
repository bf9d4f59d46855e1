using Lyceum.Data;
using Lyceum.Data.Search;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Search;

/// <summary>Looks through everything that the viewer may see: courses, activities, readings, what was said, files.</summary>
[AllowAnonymous]
public sealed class SearchPage(SchoolDb db) : SchoolPage
{
    private const int Shortest = 2;
    private const int Longest = 100;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public string Wanted => (Q ?? "").Trim() is var typed && typed.Length > Longest ? typed[..Longest] : (Q ?? "").Trim();
    public bool IsAsked => Wanted.Length >= Shortest;
    public IReadOnlyList<Course> Courses { get; private set; } = [];
    public IReadOnlyList<FoundActivity> Activities { get; private set; } = [];
    public IReadOnlyList<FoundPost> Posts { get; private set; } = [];
    public IReadOnlyList<FoundFile> Files { get; private set; } = [];
    public bool IsNothing => Courses.Count + Activities.Count + Posts.Count + Files.Count == 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!IsAsked) return;
        var words = Wanted.ToLowerInvariant();
        Courses = await db.FindCourses(Viewer, words, ct);
        if (!Viewer.IsSignedIn) return;
        var named = await db.FindActivities(Viewer, words, ct);
        var read = (await db.FindReadings(Viewer, words, ct)).Where(one => Excerpt.Of(one.Text!.Text, words) is not null).ToList();
        Activities = [.. read.Concat(named.Where(one => read.TrueForAll(other => other.Id != one.Id)))];
        Posts = await db.FindPosts(Viewer, words, ct);
        Files = await db.FindFiles(Viewer, words, ct);
    }

    public Excerpt? In(string? text) => text is null ? null : Excerpt.Of(text, Wanted);
}
