using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Courses;

/// <summary>What a row says of its content: each kind has its own number, the others are 0 or null.</summary>
/// <param name="Questions">Of a quiz.</param>
/// <param name="Attempts">That a quiz allows; null for any number.</param>
/// <param name="Posts">In all threads of a discussion.</param>
/// <param name="IsVideo">Of a lecture that has its recording.</param>
/// <param name="Replayed">By how many a class was replayed.</param>
public sealed record ActivityContents(int Questions = 0, int? Attempts = null, int Posts = 0, bool? IsVideo = null, int Replayed = 0)
{
    public static ActivityContents None { get; } = new();

    /// <summary>Of every activity of a course that has something to say; one query for each kind.</summary>
    internal static async Task<Dictionary<Guid, ActivityContents>> Read(SchoolDb db, Guid courseId, CancellationToken ct)
    {
        var contents = new Dictionary<Guid, ActivityContents>();
        var own = db.Activities.Where(activity => activity.CourseId == courseId).Select(activity => activity.Id);
        foreach (var quiz in await db.Quizzes.Where(quiz => own.Contains(quiz.ActivityId))
            .Select(quiz => new { quiz.ActivityId, quiz.Rules, Questions = db.Questions.Count(question => question.QuizId == quiz.ActivityId) }).ToListAsync(ct))
            contents[quiz.ActivityId] = new(Questions: quiz.Questions, Attempts: quiz.Rules.AttemptsAllowed);
        foreach (var discussion in await db.Threads.Where(thread => thread.CourseId == courseId && thread.ActivityId != null).GroupBy(thread => thread.ActivityId!.Value)
            .Select(threads => new { threads.Key, Posts = threads.Sum(thread => thread.PostCount) }).ToListAsync(ct))
            contents[discussion.Key] = new(Posts: discussion.Posts);
        foreach (var lecture in await db.Lectures.Where(lecture => lecture.CourseId == courseId && lecture.MediaFileId != null)
            .Select(lecture => new { lecture.ActivityId, lecture.IsVideo }).ToListAsync(ct))
            contents[lecture.ActivityId] = new(IsVideo: lecture.IsVideo);
        foreach (var held in await db.ReplayWatches.Where(watch => own.Contains(watch.ClassId)).GroupBy(watch => watch.ClassId)
            .Select(watches => new { watches.Key, Replayed = watches.Count() }).ToListAsync(ct))
            contents[held.Key] = new(Replayed: held.Replayed);
        return contents;
    }
}
