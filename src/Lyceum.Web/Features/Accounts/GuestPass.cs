namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// What a guest's cookie opens: one class, and nothing else of the school. <paramref name="BrowserId"/> is who they are in its log;
/// <paramref name="SharesWith"/> the browser in which their link was used first, where this is another.
/// </summary>
public sealed record GuestPass(Guid BrowserId, Guid ClassId, Guid? SharesWith);
