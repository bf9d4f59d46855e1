using Microsoft.AspNetCore.SignalR;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>A page that is closed while the hub works for it has no use for the answer, and it is no failure that there is none: what was begun is begun again when it is opened.</summary>
public sealed class ClosedPages : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocation);
        }
        catch (OperationCanceledException) when (invocation.Context.ConnectionAborted.IsCancellationRequested)
        {
            return null;
        }
    }
}
