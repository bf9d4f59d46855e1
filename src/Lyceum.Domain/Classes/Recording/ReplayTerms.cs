using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Lyceum.Domain.Classes;

/// <summary>From when the replay of a class is open to students: at once where nothing is said, at an instant, or only when staff open it.</summary>
public sealed class ReplayTerms
{
    private ReplayTerms() { }

    public Guid ClassId { get; private set; }
    /// <summary>Open to nobody but staff until this is taken back.</summary>
    public bool IsHeldBack { get; private set; }
    public Instant? OpensAt { get; private set; }
    /// <summary>Instead of <see cref="OpensAt"/> for those of a section.</summary>
    public ImmutableArray<SectionOpening> BySection { get; private set; } = [];

    public static Refusal NotOpenYet { get; } = Refusal.Conflict("The replay of this class is not open yet.");

    public static ReplayTerms For(Guid classId) => new() { ClassId = classId };

    public void Open(bool isHeldBack, Instant? opensAt, IEnumerable<SectionOpening> bySection) => (IsHeldBack, OpensAt, BySection) = (isHeldBack, opensAt, [.. bySection]);

    public Instant? OpensFor(Guid? sectionId) => BySection.FirstOrDefault(s => s.SectionId == sectionId)?.At ?? OpensAt;

    public bool IsOpenTo(Guid? sectionId, Instant now) => !IsHeldBack && !(now < OpensFor(sectionId));
}

public sealed record SectionOpening(Guid SectionId, [property: JsonConverter(typeof(OpeningInJson))] Instant At);

/// <summary>An instant as ISO 8601 in UTC. What was written before this knew how holds no time ("{}"): it opens at once, as it did.</summary>
public sealed class OpeningInJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && InstantPattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true } parsed) return parsed.Value;
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}
