namespace Lyceum.Media.Tests.Browser;

/// <summary>Browsers encode and decode in software here: one test at a time, lest they starve each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests
{
    public const string Name = "browsers";
}
