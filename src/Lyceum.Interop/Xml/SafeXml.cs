using System.Xml;
using System.Xml.Linq;
using Lyceum.Domain;

namespace Lyceum.Interop.Xml;

/// <summary>
/// Reads XML from strangers: no document type, so no entities and nothing fetched; a bounded length; a bounded depth,
/// because those who walk the tree recurse. Elements are sought by local name, since every version of every maker has its own namespace.
/// </summary>
public static class SafeXml
{
    private const int Deepest = 200;
    private const long Longest = 64 << 20;

    /// <param name="name">How the file is called in a refusal.</param>
    public static Outcome<XDocument> Read(Stream stream, string name)
    {
        try
        {
            using (var reader = XmlReader.Create(stream, Settings))
                while (reader.Read())
                    if (reader.Depth > Deepest)
                        return Refusal.Invalid("{0} is nested too deeply to be read.", "file", name);
            stream.Position = 0;
            using var again = XmlReader.Create(stream, Settings);
            return XDocument.Load(again);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return Refusal.Invalid("{0} declares a document type, which is not allowed.", "file", name);
        }
        catch (XmlException e)
        {
            return Refusal.Invalid("{0} is not well-formed XML (line {1}).", "file", name, e.LineNumber);
        }
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };
}
