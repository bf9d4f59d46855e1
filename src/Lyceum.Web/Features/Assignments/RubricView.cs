using Lyceum.Domain.Assignments;

namespace Lyceum.Web.Features.Assignments;

/// <summary>A rubric to read; with <paramref name="Marks"/> also which level was reached.</summary>
public sealed record RubricView(Rubric Rubric, IReadOnlyList<RubricMark>? Marks = null);
