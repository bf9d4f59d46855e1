using NodaTime;

namespace Lyceum.Web.Hosting;

/// <summary>The framework's clock reads the school's, so that a test owns both.</summary>
public sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
