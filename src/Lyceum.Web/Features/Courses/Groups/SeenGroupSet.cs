using Lyceum.Data.Courses;

namespace Lyceum.Web.Features.Courses;

/// <summary>A set of groups as somebody reads it who does not make it.</summary>
/// <param name="Filled">The groups and who is in them.</param>
/// <param name="Me">Who reads.</param>
/// <param name="MayChoose">They are a student, and it is theirs to choose now.</param>
/// <param name="Home">The address of the groups of the course.</param>
public sealed record SeenGroupSet(FilledGroupSet Filled, Guid Me, bool MayChoose, string Home);
