using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses;

public class RequirementListTests
{
    [Fact]
    public void Each_line_is_one_requirement_without_its_bullet() =>
        Assert.Equal(["School algebra", "Nothing to install"], RequirementList.Lines("- School algebra\r\n\n • Nothing to install "));

    [Fact]
    public void Too_many_or_too_long_lines_are_refused_by_name()
    {
        Assert.Equal("requirements", RequirementList.Of(string.Join('\n', Enumerable.Repeat("x", 13))).Refusal?.Field);
        Assert.Equal("requirements", RequirementList.Of(new string('x', 201)).Refusal?.Field);
        Assert.Equal("", RequirementList.Of(null).Value);
    }
}
