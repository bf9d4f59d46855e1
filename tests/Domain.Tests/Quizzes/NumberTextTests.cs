using Lyceum.Domain.Quizzes;

namespace Lyceum.Domain.Tests.Quizzes;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("2.3", 2.3)]
    [InlineData("2,3", 2.3)]
    [InlineData("23/10", 2.3)]
    [InlineData(" +2.30 ", 2.3)]
    [InlineData("-1/4", -0.25)]
    [InlineData("\u22125", -5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("2.3e4", 23000)]
    [InlineData("2,3 × 10^-2", 0.023)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1,234", 1.234)]
    [InlineData("٢٫٣", 2.3)]
    [InlineData("١٬٢٣٤٫٥", 1234.5)]
    [InlineData("23 ÷ 10", 2.3)]
    public void A_number_is_read_as_people_type_it(string typed, decimal number) => Assert.Equal(number, NumberText.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("1.2.3")]
    [InlineData("12,34,56")]
    [InlineData("1 2")]
    [InlineData("--5")]
    [InlineData(".")]
    [InlineData("1e99")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("79228162514264337593543950335/0.1")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(NumberText.Read(typed));

    [Theory]
    [InlineData("2.3 minutes", "minutes")]
    [InlineData("2.3Minutes", "minutes")]
    [InlineData("2.3", "minutes")]
    public void The_unit_may_be_typed_or_left_out(string typed, string unit) => Assert.Equal(2.3m, NumberText.Read(typed, unit));
}
