using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Data.Storage;

/// <summary>
/// How values stand in the database, the same in SQLite and PostgreSQL: instants as Unix ticks of 100 ns (bigint), local dates and
/// times as ISO text, enums by name, lists and closed hierarchies as JSON text, every name in snake_case.
/// </summary>
internal static class Conventions
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<Instant>().HaveConversion<InstantConverter>();
        builder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        builder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        builder.Properties<Duration>().HaveConversion<DurationConverter>();
        builder.Properties<Enum>().HaveConversion<string>();
        builder.Properties<decimal>().HavePrecision(14, 4);
    }

    public static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson()) continue;
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
        }
    }

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, Json) == JsonSerializer.Serialize(right, Json),
                value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!));

    public static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private sealed class InstantConverter() : ValueConverter<Instant, long>(at => at.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
    private sealed class DurationConverter() : ValueConverter<Duration, long>(time => time.BclCompatibleTicks, ticks => Duration.FromTicks(ticks));
    private sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
    private sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(time => LocalTimePattern.ExtendedIso.Format(time), text => LocalTimePattern.ExtendedIso.Parse(text).Value);
}
