using Lyceum.Web.Features.Shared;

namespace Lyceum.Web.Tests.Shared;

public sealed class WordsTests
{
    [Fact]
    public void No_two_files_translate_a_sentence_differently() => Assert.Empty(new Words().Contradictions);
}
