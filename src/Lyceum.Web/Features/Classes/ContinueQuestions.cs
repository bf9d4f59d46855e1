using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Discussions;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Classes;

/// <summary>
/// What a class left unanswered goes on as threads of the course, by whoever asked: the job "continue-questions", with the id of the class.
/// The thread names the class and the offset, and the question in the class's log its thread.
/// </summary>
public sealed class ContinueQuestions(SchoolStore store, ClassRooms rooms, IClock clock) : IJobHandler
{
    private const int LongestTitle = 160;

    public string Kind => "continue-questions";

    public async Task Run(Job job, CancellationToken ct)
    {
        if (await rooms.Open(Guid.Parse(job.Payload), ct) is not { } room) return;
        foreach (var question in room.State.LeftOpen().ToArray())
        {
            var thread = await store.Write((db, token) => Open(db, room.Session, question, clock.GetCurrentInstant(), token), ct);
            if (!thread.IsRefused) await room.Mailbox.Post(new ContinueQuestion(question.Id, thread.Value), null);
        }
    }

    // A job that broke off after this finds the thread that it opened.
    private static async Task<Outcome<Guid>> Open(SchoolDb db, ClassSession session, ClassQuestion question, Instant now, CancellationToken ct)
    {
        var title = question.Text.ReplaceLineEndings(" ");
        if (title.Length > LongestTitle) title = title[..(LongestTitle - 1)] + "…";
        var known = await db.Threads.FirstOrDefaultAsync(t => t.ClassActivityId == session.ActivityId && t.ClassOffsetMs == question.OffsetMs && t.AuthorId == question.PersonId && t.Title == title, ct);
        if (known is not null) return known.Id;
        var thread = Thread.Open(session.CourseId, null, question.PersonId, title, now);
        if (thread.IsRefused) return thread.Refusal;
        thread.Value.AskedInClass(session.ActivityId, question.OffsetMs);
        var post = thread.Value.Reply(question.PersonId, question.Text, null, now);
        if (post.IsRefused) return post.Refusal;
        var reader = ThreadReader.New(thread.Value.Id, question.PersonId);
        reader.Follow();
        db.AddRange(thread.Value, post.Value, reader);
        await db.SaveChangesAsync(ct);
        return thread.Value.Id;
    }
}
