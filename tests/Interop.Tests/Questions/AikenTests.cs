using System.Text;
using Lyceum.Domain.Quizzes;
using Lyceum.Interop.Questions;

namespace Lyceum.Interop.Tests.Questions;

public sealed class AikenTests
{
    [Fact]
    public void Options_and_answer_are_read_as_plain_text()
    {
        var file = Aiken.Read("Which tag\nis < b?\nA) <b> & co\nB. None\nanswer: a\n");
        var question = (SingleChoice)Assert.Single(file.Questions).Content;
        Assert.Equal("Which tag<br>is &lt; b?", question.Prompt.Text);
        Assert.Equal([("&lt;b&gt; &amp; co", 1m), ("None", 0m)], question.Choices.Select(c => (c.Text.Text, c.Credit)));
    }

    [Fact]
    public void Broken_questions_are_left_and_the_good_ones_taken()
    {
        var file = Aiken.Read("One\nA) x\nANSWER: A\n\nTwo\nA) x\nB) y\n\nThree\nA) x\nB) y\nANSWER: C\n\nFour\nA) x\nB) y\nANSWER: B");
        Assert.Equal("Four", Assert.Single(file.Questions).Title);
        Assert.Equal(
            ["Offer at least two choices.", "No line says which answer is right (ANSWER: and a letter).", "The line ANSWER: names no option of this question."],
            file.Left.Select(l => l.Message));
    }

    [Fact]
    public void Text_in_windows_1252_is_read_right()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1252).GetBytes("Straße – oder “Gasse”?\nA) ja\nB) nein\nANSWER: A");
        Assert.Equal("Straße – oder “Gasse”?", ReadQuestions.From(bytes, "q.txt").Value.Questions[0].Title);
    }

    [Theory]
    [InlineData("just a letter to a friend")]
    [InlineData("")]
    public void A_file_without_questions_says_so(string text)
    {
        var read = ReadQuestions.From(Encoding.UTF8.GetBytes(text), "q.txt");
        Assert.True(read.IsRefused || read.Value.Questions.Count == 0 && read.Value.Left.Count > 0);
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused() =>
        Assert.Equal("This file holds no text. Questions come as GIFT, Aiken or QTI 1.2.", ReadQuestions.From([0x50, 0x4B, 3, 4, 0, 0, 0xFF], "q.zip").Refusal?.Message);

    [Fact]
    public void A_document_type_in_QTI_is_refused() =>
        Assert.Equal("{0} declares a document type, which is not allowed.",
            ReadQuestions.From("<!DOCTYPE q [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><q>&e;</q>"u8.ToArray(), "q.xml").Refusal?.Message);
}
