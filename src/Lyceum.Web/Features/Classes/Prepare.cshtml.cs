using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Classes.Lessons;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>Prepares one class: its hours, its plan, its slides, its polls, what earns its credit.</summary>
public sealed class PreparePage(SchoolDb db, CourseDoor door, PrepareClass prepare, FileUploads uploads, RecordFirst first) : SchoolPage
{
    public sealed class Preparation
    {
        public string Title { get; set; } = "";
        public string Starts { get; set; } = "";
        public int Minutes { get; set; } = 75;
        public int LobbyMinutes { get; set; } = 10;
        public string? CountsUntil { get; set; }
        public int AttendMinutes { get; set; } = CreditRule.Usual.AttendMinutes;
        public int ReplayPercent { get; set; } = CreditRule.Usual.ReplayPercent;
        public bool AnswerPolls { get; set; } = true;
        public decimal? Points { get; set; }
        /// <summary>A part a line, its minutes last: "Limit theorem 30".</summary>
        public string? Segments { get; set; }
        public string? Polls { get; set; }
        public bool IsPublished { get; set; }
        /// <summary>Of a class that has no hours yet: it gets none.</summary>
        public bool IsLesson { get; set; }
    }

    [BindProperty] public Preparation Form { get; set; } = new();
    [BindProperty] public IFormFile? Deck { get; set; }
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public Activity Activity { get; private set; } = null!;
    public ClassSession? Session { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Open(slug, id, ct)) return NotFound();
        Form = Shown();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Open(slug, id, ct)) return NotFound();
        var read = Read();
        if (read.IsRefused) return Refused(read.Refusal);
        StoredFile? deck = null;
        if (Deck is { } upload)
        {
            if (ContentTypes.Of(upload.FileName) != "application/pdf") return Refused(Refusal.Invalid("Slides are a PDF. Export them from your presentation.", nameof(Deck)));
            var taken = await uploads.Take(upload, Access.Course.Id, Me, isPrivate: false, ct);
            if (taken.IsRefused) return Refused(taken.Refusal);
            deck = taken.Value;
        }
        var prepared = await prepare.Run(Viewer, slug, id, read.Value, deck, ct);
        return prepared.IsRefused ? Refused(prepared.Refusal) : Redirect($"/courses/{slug}/classes/{id}/edit?saved=true");
    }

    /// <summary>A lesson that goes before this class.</summary>
    public async Task<IActionResult> OnPostRecordFirstAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Open(slug, id, ct)) return NotFound();
        var made = await first.Run(Viewer, slug, id, T["{0}, to watch before", Activity.Title], ct);
        if (!made.IsRefused) return Redirect($"/courses/{slug}/classes/{made.Value}/edit");
        Form = Shown();
        return Refused(made.Refusal);
    }

    public bool IsLesson => Session?.IsLesson == true;
    /// <summary>What was said and shown is still on its way from the class that it is made of.</summary>
    public Lyceum.Domain.School.Job? Copying { get; private set; }

    private async Task<bool> Open(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        var activity = await db.ActivitiesVisibleTo(Viewer).FirstOrDefaultAsync(a => a.Id == id && a.CourseId == access.Course.Id && a.Kind == ActivityKind.ClassSession, ct);
        if (activity is null) return false;
        (Access, Activity, Session) = (access, activity, await db.ClassSessions.SingleOrDefaultAsync(s => s.ActivityId == id, ct));
        var suffix = $"/{id}/";
        Copying = Session is { IsLesson: true, LessonOf: not null, EndedAt: null } ? await db.Jobs.FirstOrDefaultAsync(j => j.Kind == CopyFlipped.JobKind && j.Payload.Contains(suffix), ct) : null;
        return true;
    }

    private DateTimeZone CourseZone => DateTimeZoneProviders.Tzdb[Access.Course.TimeZone];

    private Preparation Shown() => Session is not { } session
        ? new() { Title = Activity.Title, Minutes = Math.Max(15, Activity.EffortMinutes), Points = Activity.Points, IsPublished = Activity.IsPublished }
        : new()
        {
            Title = Activity.Title, Starts = FormTimes.Shown(session.Starts.InZone(CourseZone).LocalDateTime), Minutes = (int)(session.Ends - session.Starts).TotalMinutes,
            LobbyMinutes = (int)(session.Starts - session.LobbyOpens).TotalMinutes, CountsUntil = FormTimes.Shown((session.IsLesson ? Activity.Due : session.ReplayCountsUntil)?.InZone(CourseZone).LocalDateTime),
            AttendMinutes = session.Credit.AttendMinutes, ReplayPercent = session.Credit.ReplayPercent, AnswerPolls = session.Credit.AnswerPolls, Points = Activity.Points,
            Segments = string.Join('\n', session.Segments.Select(s => $"{s.Title} {s.Minutes}")), Polls = PollText.Write(session.Polls), IsPublished = Activity.IsPublished,
        };

    private Outcome<ClassPreparation> Read()
    {
        var starts = FormTimes.Moment(Form.Starts);
        if (starts is null && !IsLesson && !(Form.IsLesson && Session is null)) return Refusal.Invalid("Give the day and time at which it starts.", "Form.Starts");
        var rule = CreditRule.Of(Form.AttendMinutes, Form.ReplayPercent, Form.AnswerPolls);
        if (rule.IsRefused) return rule.Refusal;
        return new ClassPreparation(Form.Title, IsLesson || Form.IsLesson ? null : starts, IsLesson ? Activity.EffortMinutes : Form.Minutes, Form.LobbyMinutes, FormTimes.Moment(Form.CountsUntil), rule.Value, Form.Points,
            [.. SegmentsOf(Form.Segments)], [.. PollText.Read(Form.Polls)], Form.IsPublished);
    }

    private static IEnumerable<PlanSegment> SegmentsOf(string? text) =>
        from line in (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let space = line.LastIndexOf(' ')
        let hasMinutes = space > 0 && int.TryParse(line[(space + 1)..], out _)
        select hasMinutes ? new PlanSegment(line[..space], int.Parse(line[(space + 1)..], System.Globalization.CultureInfo.InvariantCulture)) : new PlanSegment(line, 10);
}
