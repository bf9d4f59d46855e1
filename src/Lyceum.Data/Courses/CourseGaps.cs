using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Courses;

/// <summary>What the content of a course still lacks, by activity. An activity of which nothing was written yet has no row, so it stands nowhere.</summary>
/// <param name="Read">Readings with a text or a file.</param>
/// <param name="Recorded">Lectures with a recording, and whether it has captions.</param>
/// <param name="Questions">Quizzes with questions: for how many of them nothing counts as right.</param>
/// <param name="Decks">Class sessions with slides.</param>
public sealed record CourseGaps(
    IReadOnlySet<Guid> Read, IReadOnlyDictionary<Guid, bool> Recorded, IReadOnlyDictionary<Guid, int> Questions, IReadOnlySet<Guid> Decks)
{
    /// <summary>Of these activities, as far as the viewer may change them; four queries however many there are.</summary>
    public static async Task<CourseGaps> Find(SchoolDb db, Viewer viewer, IReadOnlyCollection<Guid> activities, CancellationToken ct)
    {
        var own = db.ActivitiesTaughtBy(viewer).Where(activity => activities.Contains(activity.Id));
        var (empty, emptyHtml) = (RichText.Empty, RichText.CleanHtml(""));
        var readings = await (from activity in own
                              join reading in db.Readings on activity.Id equals reading.ActivityId
                              select new { activity.Id, HasText = reading.Body != empty && reading.Body != emptyHtml, reading.Attachments }).ToListAsync(ct);
        var recorded = await (from activity in own
                              join lecture in db.Lectures on activity.Id equals lecture.ActivityId
                              where lecture.MediaFileId != null
                              select new { activity.Id, HasCaptions = lecture.CaptionsFileId != null }).ToDictionaryAsync(one => one.Id, one => one.HasCaptions, ct);
        var questions = await (from activity in own join question in db.Questions on activity.Id equals question.QuizId select question).ToListAsync(ct);
        var decks = await (from activity in own
                           join session in db.ClassSessions on activity.Id equals session.ActivityId
                           where session.DeckFileId != null
                           select activity.Id).ToListAsync(ct);
        return new(
            readings.Where(one => one.HasText || one.Attachments.Count > 0).Select(one => one.Id).ToHashSet(), recorded,
            questions.GroupBy(question => question.QuizId).ToDictionary(quiz => quiz.Key, quiz => quiz.Count(question => !question.HasKey)), decks.ToHashSet());
    }
}
