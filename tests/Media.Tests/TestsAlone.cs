namespace Lyceum.Media.Tests;

/// <summary>Browsers encode and decode in software, and allocation is counted over the whole process: these tests run one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TestsAlone
{
    public const string Name = "alone";
}
