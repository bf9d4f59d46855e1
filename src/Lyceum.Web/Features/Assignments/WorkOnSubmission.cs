using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Library;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>A student writes a draft, adds files and hands in.</summary>
public sealed class WorkOnSubmission(SchoolStore store, FileUploads uploads, IClock clock)
{
    public Task<Outcome<Submission>> KeepDraft(Viewer viewer, Guid activityId, string text, int basedOn, CancellationToken ct) =>
        Change(viewer, activityId, (work, now) => work.Submission.KeepDraft(text, basedOn, now), ct);

    public async Task<Outcome<Submission>> AddFile(Viewer viewer, Guid activityId, Guid courseId, IFormFile upload, CancellationToken ct)
    {
        var taken = await uploads.Take(upload, courseId, viewer.PersonId!.Value, isPrivate: true, ct);
        if (taken.IsRefused) return taken.Refusal;
        return await Change(viewer, activityId, (work, now) =>
        {
            if (!work.Assignment.TakesFiles) return Refusal.Invalid("This assignment takes text only.", "Files");
            work.Db.Files.Add(taken.Value);
            return work.Submission.AddFile(taken.Value.Id, now);
        }, ct);
    }

    public Task<Outcome<Submission>> RemoveFile(Viewer viewer, Guid activityId, Guid fileId, CancellationToken ct) =>
        Change(viewer, activityId, (work, now) => { work.Submission.RemoveFile(fileId, now); return new Done(); }, ct);

    /// <summary>Keeps what was typed and hands it in, in one write; the grade then waits for a person.</summary>
    public Task<Outcome<Submission>> HandIn(Viewer viewer, Guid activityId, string text, CancellationToken ct) =>
        Change(viewer, activityId, (work, now) =>
        {
            var kept = work.Submission.KeepDraft(text, work.Submission.DraftVersion, now);
            return kept.IsRefused ? kept : work.Submission.HandIn(work.Assignment, work.Window, now);
        }, ct);

    private Task<Outcome<Submission>> Change(Viewer viewer, Guid activityId, Func<Work, Instant, Outcome<Done>> change, CancellationToken ct) =>
        store.Write<Submission>(async (db, token) =>
        {
            var activity = await db.ActivitiesVisibleTo(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token);
            if (activity is null || !await db.StudiesIn(activity.CourseId, viewer, token)) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var assignment = await db.AssignmentsVisibleTo(viewer).SingleOrDefaultAsync(one => one.ActivityId == activityId, token) ?? Assignment.For(activity);
            var submission = await db.SubmissionsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId && one.PersonId == viewer.PersonId, token);
            if (submission is null) db.Submissions.Add(submission = Submission.Begin(activity, viewer.PersonId!.Value, now));
            var later = await db.DueLaterFor(activity.CourseId, viewer.PersonId!.Value, token);
            var times = submission.TimesHandedIn;
            var changed = change(new Work(db, activity, activity.Window.DueLater(later), assignment, submission), now);
            if (changed.IsRefused) return changed.Refusal;
            var progress = await db.ProgressOf(activity, submission.PersonId, now, token);
            if (submission.TimesHandedIn > times) await HandedIn(db, activity, submission, progress, now, token);
            else progress.Advance(0.1, now);
            await db.SaveChangesAsync(token);
            return submission;
        }, ct);

    private static async Task HandedIn(SchoolDb db, Activity activity, Submission submission, ActivityProgress progress, Instant now, CancellationToken ct)
    {
        progress.Finish(now);
        if (activity.Points is null) return;
        var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activity.Id && row.PersonId == submission.PersonId, ct);
        if (grade is null) db.Grades.Add(grade = Grade.For(activity.Id, activity.CourseId, submission.PersonId, now));
        grade.Record(null, submission.IsLate, needsGrading: true, now);
        grade.HoldBack();
    }

    private sealed record Work(SchoolDb Db, Activity Activity, Window Window, Assignment Assignment, Submission Submission);
}
