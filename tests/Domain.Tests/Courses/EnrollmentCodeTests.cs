using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses;

public class EnrollmentCodeTests
{
    [Fact]
    public void A_code_has_eight_letters_that_cannot_be_mistaken()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = EnrollmentCode.New();
            Assert.Equal(8, code.Length);
            Assert.DoesNotContain(code, letter => "01OIL".Contains(letter));
        }
    }

    [Theory]
    [InlineData("ABCD-EFGH")]
    [InlineData(" abcd efgh ")]
    [InlineData("abcdefgh")]
    public void Case_spaces_and_dashes_do_not_count(string typed) => Assert.True(EnrollmentCode.Matches("ABCDEFGH", typed));

    [Theory]
    [InlineData("ABCDEFGJ")]
    [InlineData("ABCDEFG")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_code_does_not_match(string? typed) => Assert.False(EnrollmentCode.Matches("ABCDEFGH", typed));

    [Fact]
    public void A_course_without_a_code_lets_nobody_in_by_an_empty_one() => Assert.False(EnrollmentCode.Matches(null, ""));

    [Fact]
    public void A_code_is_shown_in_two_groups() => Assert.Equal("ABCD-EFGH", EnrollmentCode.Shown("ABCDEFGH"));
}
