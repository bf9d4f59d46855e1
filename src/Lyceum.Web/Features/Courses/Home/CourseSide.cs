using Lyceum.Data.Courses;
using Lyceum.Domain.Grades;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The quieter column of a course page: the next class, and how far one is.</summary>
public sealed record CourseSide(OutlineActivity? Next, int ClassesDone, int Classes, int ActivitiesDone, int Activities, decimal? Score, decimal? Points)
{
    public static CourseSide Of(CourseOutline outline, Dictionary<Guid, OwnStanding> own, Instant now)
    {
        OutlineActivity? next = null;
        var (classesDone, classes, activitiesDone, activities) = (0, 0, 0, 0);
        decimal? score = null, points = null;
        foreach (var module in outline.Modules)
        {
            foreach (var one in module.Activities)
            {
                var mine = own.GetValueOrDefault(one.Id);
                var isDone = mine?.IsDone == true;
                activities++;
                if (isDone) activitiesDone++;
                if (one.IsLive) classes++;
                if (one.IsLive && isDone) classesDone++;
                if (one.Live is { } live && now < live.EndsAt && (next is null || live.StartsAt < next.Live!.StartsAt)) next = one;
                if (one.Points is { } most && mine is { Grade: GradeState.Scored, Score: { } scored }) (score, points) = ((score ?? 0) + scored, (points ?? 0) + most);
            }
        }
        return new(next, classesDone, classes, activitiesDone, activities, score, points);
    }
}
