using System.Text;
using Lyceum.Interop.Courses;

namespace Lyceum.Interop.Tests.Courses;

public class RosterFileTests
{
    [Theory]
    [InlineData("name,email,section\nMei Tanaka,mei@harbour.example,Tuesday\n")]
    [InlineData("\uFEFFSection;Name;E-mail\r\nTuesday;Mei Tanaka;mei@harbour.example\r\n")]
    [InlineData("First name\tLast name\tEmail\tGroup\nMei\tTanaka\tmei@harbour.example\tTuesday")]
    [InlineData("email,name,section\n\"mei@harbour.example\",\"Mei Tanaka\",Tuesday\n\n,,\n")]
    public void A_spreadsheets_list_is_read_whatever_its_columns_are_called(string text)
    {
        var line = Assert.Single(Read(text).Value);
        Assert.Equal((2, "Mei Tanaka", "mei@harbour.example", "Tuesday", ""), (line.Line, line.Name, line.Email, line.Section, line.Role));
    }

    [Fact]
    public void Lines_keep_the_numbers_that_the_spreadsheet_shows()
    {
        var lines = Read("email,name\nmei@harbour.example,Mei\n\n\"bad\nline\",Nobody\nleo@harbour.example,Leo\n").Value;
        Assert.Equal("leo@harbour.example", lines[^1].Email);
        Assert.Equal(6, lines[^1].Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mei Tanaka,mei@harbour.example\n")]
    [InlineData("name,section\nMei,Tuesday\n")]
    public void A_list_without_a_mail_column_says_what_is_needed(string text) =>
        Assert.Equal("The first line must name the columns, and one of them must be “email”.", Read(text).Refusal?.Message);

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        Assert.True(RosterFile.Read(new byte[] { 0x50, 0x4b, 3, 4, 0xff, 0xfe, 0 }).IsRefused);
        Assert.True(RosterFile.Read("email\n\0"u8.ToArray()).IsRefused);
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused()
    {
        Assert.True(Read("email\n" + string.Concat(Enumerable.Range(0, 5_001).Select(i => $"p{i}@harbour.example\n"))).IsRefused);
        Assert.True(Read("email\n" + new string('x', RosterFile.Largest)).IsRefused);
    }

    [Fact]
    public void An_open_quotation_mark_says_after_which_line() =>
        Assert.Equal([2], Read("email,name\nmei@harbour.example,Mei\n\"leo@harbour.example,Leo\n").Refusal?.Arguments);

    [Theory]
    [InlineData("Mei \"M\" Tanaka", "Mei \"M\" Tanaka")]
    [InlineData("\"Mei\" Tanaka", "Mei Tanaka")]
    [InlineData("Mei Tanaka 5\"", "Mei Tanaka 5\"")]
    [InlineData("\" Mei Tanaka \"", "Mei Tanaka")]
    [InlineData("Tanaka; Mei", "Tanaka; Mei")]
    public void A_cell_with_odd_quotation_marks_is_read_as_it_was_meant(string cell, string name) =>
        Assert.Equal(name, Read($"email,name\nmei@harbour.example,{cell}\n").Value[0].Name);

    [Fact]
    public void Quotation_marks_inside_a_cell_are_doubled() =>
        Assert.Equal("Mei \"M\" Tanaka, Dr.", Read("email,name\nmei@harbour.example,\"Mei \"\"M\"\" Tanaka, Dr.\"\n").Value[0].Name);

    private static Domain.Outcome<Domain.Courses.RosterCells[]> Read(string text) => RosterFile.Read(Encoding.UTF8.GetBytes(text));
}
