using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>Where somebody ends who comes as a guest and has no link that opens anything.</summary>
[AllowAnonymous]
public sealed class NoLinkPage : SchoolPage;
