using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.School;

/// <summary>What a person reads instead of a bare status code; shown in place, at the address that was asked for.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusPage : SchoolPage
{
    public int Code { get; private set; }

    public void OnGet(int code) => Code = code;
    public void OnPost(int code) => Code = code;
}
