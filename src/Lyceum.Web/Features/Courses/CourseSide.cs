using Lyceum.Data.Courses;
using Lyceum.Domain.Grades;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>The quieter column of a course page: the next class, and how far one is.</summary>
public sealed record CourseSide(OutlineActivity? Next, int ClassesDone, int Classes, int ActivitiesDone, int Activities, decimal? Score, decimal? Points)
{
    public static CourseSide Of(CourseOutline outline, IReadOnlyDictionary<Guid, OwnStanding> own, Instant now)
    {
        var all = outline.Activities.ToList();
        var classes = all.Where(activity => activity.IsLive).ToList();
        var scored = all.Where(activity => activity.Points is not null && own.GetValueOrDefault(activity.Id) is { Grade: GradeState.Scored, Score: not null }).ToList();
        return new(
            classes.Where(one => one.Live is { } live && now < live.EndsAt).MinBy(one => one.Live!.StartsAt),
            classes.Count(IsDone), classes.Count, all.Count(IsDone), all.Count,
            scored.Count == 0 ? null : scored.Sum(one => own[one.Id].Score), scored.Count == 0 ? null : scored.Sum(one => one.Points));

        bool IsDone(OutlineActivity activity) => own.GetValueOrDefault(activity.Id)?.DoneAt is not null;
    }
}
