using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Lyceum.Domain.Quizzes;

/// <summary>Instants of the attempt, stored and sent as milliseconds since 1970 in UTC: the unit of the browser's own clock.</summary>
public sealed class InstantAsMilliseconds : JsonConverter<Instant>
{
    private const long Furthest = 253_402_300_799_999;

    public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TryGetInt64(out var at) && at is >= 0 and <= Furthest ? Instant.FromUnixTimeMilliseconds(at) : throw new JsonException("Not an instant in milliseconds.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
