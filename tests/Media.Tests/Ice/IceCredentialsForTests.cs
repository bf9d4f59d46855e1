using Lyceum.Media.Ice;

namespace Lyceum.Media.Tests.Ice;

internal static class IceCredentialsForTests
{
    public static IceCredentials One { get; } = IceCredentials.New();
}
