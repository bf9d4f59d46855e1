using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Data.Courses;

/// <summary>What an activity of each kind holds, copied to another activity: the content alone, nothing that people did in it.</summary>
public static class ContentCopy
{
    public static async Task CopyContent(this SchoolDb db, Activity from, Guid to, CancellationToken ct)
    {
        object? content = from.Kind switch
        {
            ActivityKind.Reading => await db.Readings.AsNoTracking().SingleOrDefaultAsync(one => one.ActivityId == from.Id, ct),
            ActivityKind.Lecture => await db.Lectures.AsNoTracking().SingleOrDefaultAsync(one => one.ActivityId == from.Id, ct),
            ActivityKind.Assignment => await db.Assignments.AsNoTracking().SingleOrDefaultAsync(one => one.ActivityId == from.Id, ct),
            ActivityKind.Quiz => await db.Quizzes.AsNoTracking().SingleOrDefaultAsync(one => one.ActivityId == from.Id, ct),
            ActivityKind.Discussion => await db.Discussions.AsNoTracking().SingleOrDefaultAsync(one => one.ActivityId == from.Id, ct),
            // A class meets at an hour of its own; its copy is given one.
            _ => null,
        };
        if (content is null) return;
        Add(db, content, ("ActivityId", to));
        foreach (var question in await db.Questions.AsNoTracking().Where(one => one.QuizId == from.Id).ToListAsync(ct))
            Add(db, question, ("Id", Guid.CreateVersion7()), ("QuizId", to));
    }

    private static void Add(SchoolDb db, object row, params (string Property, Guid Value)[] changed)
    {
        var values = db.Entry(row).CurrentValues.Clone();
        foreach (var (property, value) in changed) values[property] = value;
        db.Add(values.ToObject());
    }
}
