using Lyceum.Data.Storage;

namespace Lyceum.Data.School;

/// <summary>What stands around a page: the school's name, null until it has one, and how many notifications its reader has not read.</summary>
public sealed record FrameGlance(string? School, int Unread);

/// <summary>Every page asks this; the first page of a school that starts need not wait for the mapper's model.</summary>
public sealed class FrameGlances(DatabaseSettings settings) : IDisposable
{
    private readonly ReadyStatement question = new(settings, """
        select (select name from school), (select count(*) from notifications where person_id = @person and read_at is null)
        """, ("person", Guid.Empty));

    /// <summary>For a visitor, who has no notifications, <paramref name="person"/> is null.</summary>
    public async ValueTask<FrameGlance> Of(Guid? person, CancellationToken ct) =>
        (await question.First(row => new FrameGlance(row.IsDBNull(0) ? null : row.GetString(0), (int)row.GetInt64(1)), ct, person ?? Guid.Empty))!;

    public void Dispose() => question.Dispose();
}
