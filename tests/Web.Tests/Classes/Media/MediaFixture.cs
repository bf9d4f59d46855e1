using Lyceum.Media;
using Lyceum.Web.Tests.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Classes.Media;

/// <summary>Classes whose media server only remembers what it was asked.</summary>
public sealed class MediaFixture : ClassFixture
{
    public FakeMediaServer Media { get; } = new();

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton<IMediaServer>(Media);
    }
}
