using System.Data.Common;
using System.Globalization;
using Lyceum.Data.Storage;
using Lyceum.Domain.Grades;
using NodaTime;

namespace Lyceum.Data.Courses;

/// <summary>
/// Answers the most asked page in one round trip: a statement that stays prepared and starts from the session that asks. By hand, because
/// four queries through the model take ten times as long (docs/decisions/0041). Its rule of what one may see is that of
/// <see cref="CourseVisibility.CoursesOpenTo"/>, for students alone; a test holds the two together.
/// </summary>
public sealed class CourseGlances(DatabaseSettings settings) : IDisposable
{
    // One row: to step through one for each activity would take most of the time of the whole page. What is done is named by its id
    // alone; of what was begun follow, behind spaces, its fraction in millionths (a real number takes long to be written and read) and its units.
    private const string Question = """
        select people.id, people.name, people.time_zone, people.language, sessions.seen_at, courses.id, courses.version, (select name from school),
          (select count(*) from notifications where notifications.person_id = people.id and notifications.read_at is null),
          (select string_agg(case when done_at is null
               then cast(activity_id as text) || ' ' || cast(fraction_done * 1000000 as integer) || ' ' || coalesce(cast(units_done as text), '') || ' ' || coalesce(cast(units_total as text), '')
               else cast(activity_id as text) end, ',')
           from activity_progress where course_id = courses.id and person_id = people.id),
          (select string_agg(cast(activity_id as text) || ' ' || state || ' ' || coalesce(cast(score as text), ''), ',')
           from grades where course_id = courses.id and person_id = people.id and released_at is not null),
          enrollments.section_id
        from sessions
        join people on people.id = sessions.person_id
        join enrollments on enrollments.person_id = people.id
        join courses on courses.id = enrollments.course_id
        where sessions.id = @session and sessions.ended_at is null and courses.slug = @slug
          and courses.is_published and enrollments.state = 'Active' and enrollments.role = 'Student' and not people.is_staff
          and not exists (select 1 from accommodations where accommodations.course_id = courses.id and accommodations.person_id = people.id and accommodations.due_later <> 0)
        """;

    private const int LengthOfId = 36;

    private readonly ReadyStatement question = new(settings, Question, ("session", Guid.Empty), ("slug", ""));

    /// <summary>Null = not an open session, or not a student of a published course of that name whose dates are those of everybody.</summary>
    public ValueTask<CourseGlance?> Of(Guid session, string slug, CancellationToken ct) => question.First(Read, ct, session, slug);

    private static CourseGlance Read(DbDataReader row)
    {
        var glance = new CourseGlance(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), Instant.FromUnixTimeTicks(row.GetInt64(4)),
            row.GetGuid(5), row.GetInt64(6), row.IsDBNull(7) ? null : row.GetString(7), (int)row.GetInt64(8), row.IsDBNull(11) ? null : row.GetGuid(11));
        if (!row.IsDBNull(9)) Begun(row.GetString(9), glance.Own);
        if (!row.IsDBNull(10)) Graded(row.GetString(10), glance.Own);
        return glance;
    }

    private static void Begun(ReadOnlySpan<char> all, Dictionary<Guid, OwnStanding> own)
    {
        own.EnsureCapacity(all.Count(',') + 1);
        foreach (var range in all.Split(','))
        {
            var one = all[range];
            var id = Guid.Parse(one[..LengthOfId]);
            own[id] = one.Length == LengthOfId ? OwnStanding.Done(id) : Begun(id, one[(LengthOfId + 1)..]);
        }
    }

    private static OwnStanding Begun(Guid id, ReadOnlySpan<char> numbers)
    {
        Span<Range> parts = stackalloc Range[3];
        numbers.Split(parts, ' ');
        return new(id, true, false, int.Parse(numbers[parts[0]], CultureInfo.InvariantCulture) / 1e6, Units(numbers[parts[1]]), Units(numbers[parts[2]]));
    }

    private static int? Units(ReadOnlySpan<char> text) => text.IsEmpty ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static void Graded(ReadOnlySpan<char> all, Dictionary<Guid, OwnStanding> own)
    {
        Span<Range> parts = stackalloc Range[3];
        foreach (var range in all.Split(','))
        {
            var one = all[range];
            one.Split(parts, ' ');
            var id = Guid.Parse(one[parts[0]]);
            var score = one[parts[2]];
            own[id] = OwnStanding.Known(own, id) with
            {
                Grade = Enum.Parse<GradeState>(one[parts[1]]),
                Score = score.IsEmpty ? null : decimal.Parse(score, CultureInfo.InvariantCulture),
            };
        }
    }

    public void Dispose() => question.Dispose();
}
