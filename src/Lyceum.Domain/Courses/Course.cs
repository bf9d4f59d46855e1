using NodaTime;

namespace Lyceum.Domain.Courses;

public enum EnrollmentPolicy { Open, Code, ByStaff }

/// <summary>One run of a subject. Its mode (live, self-paced, hybrid) is computed from what it holds, never stored.</summary>
public sealed class Course
{
    private Course() { }

    public Guid Id { get; private set; }
    /// <summary>The part of its address that names it: lower-case letters, digits and hyphens, unique in the school.</summary>
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    /// <summary>Markdown, shown on the public page.</summary>
    public string Description { get; private set; } = "";
    /// <summary>Markdown: what one has to bring (equipment, earlier courses).</summary>
    public string Requirements { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Term { get; private set; } = "";
    public string Hue { get; private set; } = Hues.All[0];
    /// <summary>IANA zone in which its windows and weekly meetings are kept.</summary>
    public string TimeZone { get; private set; } = "Etc/UTC";
    public LocalDate? StartsOn { get; private set; }
    public LocalDate? EndsOn { get; private set; }
    public decimal? Credits { get; private set; }
    public bool IsPublished { get; private set; }
    public EnrollmentPolicy Enrollment { get; private set; } = EnrollmentPolicy.ByStaff;
    public string? EnrollCode { get; private set; }
    public Instant CreatedAt { get; private set; }
    /// <summary>Rises with every change of the outline; what is cached of a course is cached under it.</summary>
    public long Version { get; private set; }

    public static Outcome<Course> New(string slug, string title, string hue, string timeZone, Instant now)
    {
        var course = new Course { Id = Guid.CreateVersion7(), CreatedAt = now };
        if (!Slugs.IsSlug(slug)) return Refusal.Invalid("An address has 2 to 60 lower-case letters, digits and hyphens.", nameof(Slug));
        course.Slug = slug;
        var described = course.Describe(title, "", "", "", "", "", null);
        if (described.IsRefused) return described.Refusal;
        var placed = course.Place(hue, timeZone, null, null);
        return placed.IsRefused ? placed.Refusal : course;
    }

    public Outcome<Done> Describe(string title, string summary, string description, string requirements, string subject, string term, decimal? credits)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > 120) return Refusal.Invalid("A title has 1 to 120 characters.", nameof(Title));
        if (summary.Length > 400) return Refusal.Invalid("A summary has at most 400 characters.", nameof(Summary));
        if (credits is < 0 or > 300) return Refusal.Invalid("Credits are a number from 0 to 300.", nameof(Credits));
        (Title, Summary, Description, Requirements, Subject, Term, Credits) = (title.Trim(), summary, description, requirements, subject, term, credits);
        Touch();
        return new Done();
    }

    public Outcome<Done> Place(string hue, string timeZone, LocalDate? startsOn, LocalDate? endsOn)
    {
        if (!Hues.All.Contains(hue)) return Refusal.Invalid("This hue is not one of the school's.", nameof(Hue));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null) return Refusal.Invalid("This time zone is not known.", nameof(TimeZone));
        if (startsOn > endsOn) return Refusal.Invalid("A course ends after it starts.", nameof(EndsOn));
        (Hue, TimeZone, StartsOn, EndsOn) = (hue, timeZone, startsOn, endsOn);
        Touch();
        return new Done();
    }

    public Outcome<Done> Admit(EnrollmentPolicy policy, string? code)
    {
        if (policy == EnrollmentPolicy.Code && string.IsNullOrWhiteSpace(code)) return Refusal.Invalid("Enrolling by code needs a code.", nameof(EnrollCode));
        (Enrollment, EnrollCode) = (policy, policy == EnrollmentPolicy.Code ? code!.Trim() : null);
        Touch();
        return new Done();
    }

    public void Publish() { IsPublished = true; Touch(); }
    public void Unpublish() { IsPublished = false; Touch(); }

    /// <summary>Call it whenever something that the outline shows changes: a module, an activity, a section.</summary>
    public void Touch() => Version++;
}
