using System.Text;
using Lyceum.Interop.Xml;

namespace Lyceum.Interop.Tests.Xml;

public sealed class SafeXmlTests
{
    [Theory]
    [InlineData("""<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>""")]
    [InlineData("""<!DOCTYPE r SYSTEM "http://127.0.0.1:1/evil.dtd"><r/>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]><r/>""")]
    public void A_document_type_is_refused_and_nothing_is_fetched(string xml) =>
        Assert.Equal("{0} declares a document type, which is not allowed.", Read(xml));

    [Theory]
    [InlineData("")]
    [InlineData("<r>")]
    [InlineData("<r>&undeclared;</r>")]
    [InlineData("not xml")]
    [InlineData("""<?xml version="1.0"encoding="UTF-8"?><r/>""")]
    public void Broken_XML_is_refused_with_its_line(string xml) => Assert.Equal("{0} is not well-formed XML (line {1}).", Read(xml));

    [Fact]
    public void XML_nested_beyond_reason_is_refused() => Assert.Equal("{0} is nested too deeply to be read.",
        Read(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))));

    [Fact]
    public void An_encoding_of_one_byte_a_character_is_read()
    {
        var bytes = Encoding.Latin1.GetBytes("""<?xml version="1.0" encoding="ISO-8859-1"?><r>Señor</r>""");
        Assert.Equal("Señor", SafeXml.Read(new MemoryStream(bytes), "a.xml").Value.Root!.Value);
    }

    private static string? Read(string xml) => SafeXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "a.xml").Refusal?.Message;
}
