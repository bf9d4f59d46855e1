using Lyceum.Domain.Courses;

namespace Lyceum.Domain.Tests.Courses;

public class RosterTests
{
    private static readonly RosterKnown[] Known =
    [
        new("mei@harbour.example", CourseRole.Student, "Tuesday"),
        new("leo@harbour.example", null, null),
    ];

    private static RosterLine Judge(string name, string email, string section = "", string role = "") =>
        Assert.Single(Roster.Judge([new(2, name, email, section, role)], Known));

    [Fact]
    public void Somebody_new_is_invited() => Assert.Equal(RosterFate.Invite, Judge("Ada Nilsen", "ada@harbour.example").Fate);

    [Fact]
    public void Somebody_known_is_enrolled() => Assert.Equal(RosterFate.Enroll, Judge("", "LEO@harbour.example").Fate);

    [Fact]
    public void Somebody_enrolled_with_another_section_or_role_is_changed()
    {
        Assert.Equal(RosterFate.Unchanged, Judge("Mei", "mei@harbour.example").Fate);
        Assert.Equal(RosterFate.Unchanged, Judge("Mei", "mei@harbour.example", "Tuesday").Fate);
        Assert.Equal(RosterFate.Change, Judge("Mei", "mei@harbour.example", "Friday").Fate);
        Assert.Equal(RosterFate.Change, Judge("Mei", "mei@harbour.example", "", "assistant").Fate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mei")]
    [InlineData("mei@harbour")]
    [InlineData("mei@ harbour.example")]
    [InlineData("Mei <mei@harbour.example>")]
    [InlineData("a@b.example, c@d.example")]
    public void What_is_not_an_address_is_refused(string email) => Assert.Equal("This is not a mail address.", Judge("Mei", email).Refusal?.Message);

    [Fact]
    public void A_new_person_needs_a_name() => Assert.Equal(RosterFate.Refused, Judge(" ", "ada@harbour.example").Fate);

    [Fact]
    public void A_role_nobody_knows_is_refused() => Assert.Equal(RosterFate.Refused, Judge("Ada", "ada@harbour.example", "", "king").Fate);

    [Fact]
    public void The_second_line_of_the_same_person_says_where_the_first_stands()
    {
        var lines = Roster.Judge([new(2, "Leo", "leo@harbour.example", "", ""), new(5, "Leo", "Leo@Harbour.example", "", "")], Known);
        Assert.Equal(RosterFate.Enroll, lines[0].Fate);
        Assert.Equal([2], lines[1].Refusal?.Arguments);
    }
}
