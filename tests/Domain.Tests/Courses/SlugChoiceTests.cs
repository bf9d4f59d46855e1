using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses;

public class SlugChoiceTests
{
    [Theory]
    [InlineData("Academic Writing", "academic-writing")]
    [InlineData("إحصاء", "course")]
    [InlineData("New", "course-new")]
    [InlineData("C", "course-c")]
    public void Every_title_gets_an_address(string title, string slug) => Assert.Equal(slug, SlugChoice.For(title, new HashSet<string>()));

    [Fact]
    public void A_taken_address_gets_a_number_and_stays_a_slug()
    {
        Assert.Equal("writing-3", SlugChoice.For("Writing", new HashSet<string> { "writing", "writing-2" }));
        var first = SlugChoice.For(new string('a', 200), new HashSet<string>());
        Assert.True(Slugs.IsSlug(SlugChoice.For(new string('a', 200), new HashSet<string> { first })));
    }
}
