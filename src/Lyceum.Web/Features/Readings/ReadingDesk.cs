using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Discussions;
using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Features.Readings;

/// <summary>What the page of a reading works with.</summary>
public sealed record ReadingDesk(ProseRenderer Prose, ReadBeside Beside, KeepProgress Keep, KeepNote Notes, WriteInThread Threads);
