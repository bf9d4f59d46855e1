using System.Globalization;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

public sealed class SettingsPage(CourseDoor door, SaveCourse save, ProseRenderer prose) : SchoolPage
{
    [BindProperty] public string Title { get; set; } = "";
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public string? Requirements { get; set; }
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Term { get; set; }
    [BindProperty] public string? Credits { get; set; }
    [BindProperty] public string Hue { get; set; } = "";
    [BindProperty] public string TimeZone { get; set; } = "";
    [BindProperty] public string? StartsOn { get; set; }
    [BindProperty] public string? EndsOn { get; set; }
    [BindProperty] public EnrollmentPolicy Enrollment { get; set; }
    [BindProperty] public bool IsPublished { get; set; }
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    /// <summary>The description as it will be read; nothing is saved by looking at it.</summary>
    public Prose? Preview { get; private set; }

    public static IReadOnlyList<string> Zones { get; } = [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/') || id == "UTC").Order()];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var course = Access.Course;
        (Title, Summary, Description, Requirements) = (course.Title, course.Summary, course.Description, course.Requirements);
        (Subject, Term, Hue, TimeZone) = (course.Subject, course.Term, course.Hue, course.TimeZone);
        (StartsOn, EndsOn) = (FormTimes.Shown(course.StartsOn), FormTimes.Shown(course.EndsOn));
        (Enrollment, IsPublished, Credits) = (course.Enrollment, course.IsPublished, course.Credits?.ToString("0.##", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        var saved = await save.Run(Viewer, slug, Typed(), ct);
        return saved.IsRefused ? Refused(saved.Refusal) : Redirect($"/courses/{slug}/settings?saved=true");
    }

    public async Task<IActionResult> OnPostPreviewAsync(string slug, CancellationToken ct)
    {
        if (!await Open(slug, ct)) return NotFound();
        Preview = prose.Render(RichText.Markdown(Description ?? ""));
        return Page();
    }

    /// <summary>A new code, and the old one opens nothing any more.</summary>
    public async Task<IActionResult> OnPostRenewCodeAsync(string slug, CancellationToken ct)
    {
        var renewed = await save.RenewCode(Viewer, slug, ct);
        return renewed.IsRefused ? NotFound() : Redirect($"/courses/{slug}/settings?saved=true");
    }

    private CourseFields Typed() => new()
    {
        Title = Title,
        Summary = Summary ?? "",
        Description = Description ?? "",
        Requirements = Requirements ?? "",
        Subject = Subject ?? "",
        Term = Term ?? "",
        Credits = decimal.TryParse(Credits?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var credits) ? credits : null,
        Hue = Hue,
        TimeZone = TimeZone,
        StartsOn = FormTimes.Date(StartsOn),
        EndsOn = FormTimes.Date(EndsOn),
        Enrollment = Enrollment,
        IsPublished = IsPublished,
    };

    private async Task<bool> Open(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        Access = access;
        return true;
    }
}
