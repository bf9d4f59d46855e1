using System.Collections.Concurrent;
using System.Data.Common;
using Lyceum.Data.Storage;
using Lyceum.Domain.Grades;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;

namespace Lyceum.Data.Courses;

/// <summary>
/// Answers the most asked page in one round trip: a statement that stays prepared and starts from the session that asks. By hand, because
/// four queries through the model take ten times as long (docs/decisions/0041). Its rule of what one may see is that of
/// <see cref="CourseVisibility.CoursesOpenTo"/>, for students alone; a test holds the two together.
/// </summary>
public sealed class CourseGlances(DatabaseSettings settings) : IDisposable
{
    private const string OpenToReader = """
        from sessions
        join people on people.id = sessions.person_id
        join enrollments on enrollments.person_id = people.id
        join courses on courses.id = enrollments.course_id
        """;

    private const string IsOpen = """
        where sessions.id = @session and sessions.ended_at is null and courses.slug = @slug
          and courses.is_published and enrollments.state = 'Active' and enrollments.role = 'Student' and not people.is_staff
        """;

    private const string Question = $"""
        select people.id, people.name, people.time_zone, people.language, sessions.seen_at, courses.id, courses.version, (select name from school),
          (select count(*) from notifications where notifications.person_id = people.id and notifications.read_at is null)
        {OpenToReader} {IsOpen};
        select own.activity_id, own.done_at, own.fraction_done, own.units_done, own.units_total
        {OpenToReader} join activity_progress own on own.course_id = courses.id and own.person_id = people.id {IsOpen};
        select own.activity_id, own.state, own.score
        {OpenToReader} join grades own on own.course_id = courses.id and own.person_id = people.id {IsOpen} and own.released_at is not null
        """;

    // SQLite prepares a statement anew on each connection from its pool, which takes longer than to run it; these stay open with theirs.
    private readonly ConcurrentBag<DbCommand> ready = [];
    private readonly int most = 2 * Environment.ProcessorCount;

    /// <summary>Null = not an open session, or not a student of a published course of that name.</summary>
    public ValueTask<CourseGlance?> Of(Guid session, string slug, CancellationToken ct) =>
        settings.IsPostgres ? AskPostgres(session, slug, ct) : AskSqlite(session, slug, ct);

    private async ValueTask<CourseGlance?> AskPostgres(Guid session, string slug, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = New(connection);
        await command.PrepareAsync(ct);
        return await Ask(command, session, slug, ct);
    }

    private async ValueTask<CourseGlance?> AskSqlite(Guid session, string slug, CancellationToken ct)
    {
        var command = ready.TryTake(out var idle) ? idle : OpenSqlite();
        var isWell = false;
        try
        {
            var glance = await Ask(command, session, slug, ct);
            isWell = true;
            return glance;
        }
        finally
        {
            if (isWell && ready.Count < most) ready.Add(command);
            else Close(command);
        }
    }

    private DbCommand OpenSqlite()
    {
        var connection = new SqliteConnection(settings.ConnectionString + ";Pooling=False");
        connection.Open();
        var command = New(connection);
        command.Prepare();
        return command;
    }

    private static DbCommand New(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Question;
        command.Parameters.Add(Parameter(command, "session", Guid.Empty));
        command.Parameters.Add(Parameter(command, "slug", ""));
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name, object example)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, example);
        return parameter;
    }

    private static async ValueTask<CourseGlance?> Ask(DbCommand command, Guid session, string slug, CancellationToken ct)
    {
        (command.Parameters[0].Value, command.Parameters[1].Value) = (session, slug);
        await using var rows = await command.ExecuteReaderAsync(ct);
        if (!await rows.ReadAsync(ct)) return null;
        var glance = new CourseGlance(
            rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), Instant.FromUnixTimeTicks(rows.GetInt64(4)),
            rows.GetGuid(5), rows.GetInt64(6), rows.IsDBNull(7) ? null : rows.GetString(7), (int)rows.GetInt64(8));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct)) Add(glance.Own, Progress(rows));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct)) Add(glance.Own, Graded(rows, glance.Own));
        return glance;
    }

    private static void Add(Dictionary<Guid, OwnStanding> own, OwnStanding one) => own[one.ActivityId] = one;

    private static OwnStanding Progress(DbDataReader row) => new(
        row.GetGuid(0), true, row.IsDBNull(1) ? null : Instant.FromUnixTimeTicks(row.GetInt64(1)), row.GetDouble(2),
        row.IsDBNull(3) ? null : row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4), null, null);

    private static OwnStanding Graded(DbDataReader row, Dictionary<Guid, OwnStanding> own) =>
        OwnStanding.Begun(own, row.GetGuid(0)) with { Grade = Enum.Parse<GradeState>(row.GetString(1)), Score = row.IsDBNull(2) ? null : row.GetDecimal(2) };

    private static void Close(DbCommand command)
    {
        var connection = command.Connection;
        command.Dispose();
        connection?.Dispose();
    }

    public void Dispose()
    {
        while (ready.TryTake(out var command)) Close(command);
    }
}
