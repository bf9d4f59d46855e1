namespace Lyceum.Domain.Courses;

public static class SlugChoice
{
    /// <summary>An address for a course of this title that no other has: a title without Latin letters becomes "course", a taken one gets -2, -3…</summary>
    public static string For(string title, IReadOnlySet<string> used)
    {
        var wished = Slugs.From(title);
        var slug = Slugs.IsSlug(wished) ? wished : $"course-{wished}".TrimEnd('-');
        slug = slug.Length > 56 ? slug[..56].TrimEnd('-') : slug;
        var free = slug;
        for (var next = 2; used.Contains(free); next++)
        {
            free = $"{slug}-{next}";
        }
        return free;
    }
}
