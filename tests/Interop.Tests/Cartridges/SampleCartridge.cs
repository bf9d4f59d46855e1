using System.IO.Compression;
using System.Text;

namespace Lyceum.Tests.Cartridges;

/// <summary>A small course as Common Cartridge 1.2, of every kind that is taken and one that is not; tests change parts of it by name.</summary>
public sealed class SampleCartridge
{
    private readonly Dictionary<string, string> entries = new()
    {
        ["imsmanifest.xml"] = Manifest,
        ["pages/mean.html"] = """
            <html><head><title>The mean</title></head><body><h1>The mean</h1>
            <p onclick="x()">Add and divide: <img class="equation_image" data-equation-content="\bar{x}=\frac{1}{n}\sum x_i" src="/e/1">.
            See <a href="spread.html#how">spread</a>, <a href="../files/chart.svg">the chart</a> and <a href="gone.pdf">a paper</a>.</p>
            <img src="../files/chart.svg" alt="Chart"><script>alert(1)</script><iframe src="https://video.example/v/1" title="A film"></iframe></body></html>
            """,
        ["pages/spread.html"] = "<html><head><title>Spread</title></head><body><p id='how'>How far from the mean?</p></body></html>",
        ["files/chart.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>",
        ["files/unused.txt"] = "Nobody names this.",
        ["topic.xml"] = "<topic xmlns=\"http://www.imsglobal.org/xsd/imsccv1p2/imsdt_v1p2\"><title>Say hello</title><text texttype=\"text/html\">&lt;p&gt;Who are you?&lt;/p&gt;</text></topic>",
        ["link.xml"] = "<webLink xmlns=\"http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2\"><title>Open data</title><url href=\"https://data.example/sets\"/></webLink>",
        ["tool.xml"] = "<cartridge_basiclti_link xmlns:blti=\"http://www.imsglobal.org/xsd/imsbasiclti_v1p0\"><blti:title>Simulator</blti:title></cartridge_basiclti_link>",
        ["quiz.xml"] = Quiz("Which is a mean?", "Sum over count", "Middle one"),
        ["work.xml"] = """
            <assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="work"><title>Measure something</title>
            <text texttype="text/html">&lt;p&gt;Ten times.&lt;/p&gt;</text><gradable points_possible="20">true</gradable>
            <submission_formats><format type="file"/></submission_formats></assignment>
            """,
    };

    private const string Manifest = """
        <manifest identifier="sample" xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1">
          <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.2.0</schemaversion>
            <lom><general><title><string>Means and spread</string></title></general></lom></metadata>
          <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
            <item identifier="m1"><title>Week 1</title>
              <item identifier="i1" identifierref="mean"><title>The mean</title></item>
              <item identifier="i2" identifierref="topic"><title>Say hello</title></item>
              <item identifier="i3" identifierref="tool"><title>Simulator</title></item></item>
            <item identifier="m2"><title>Week 2</title>
              <item identifier="i4" identifierref="spread"><title>Spread</title></item>
              <item identifier="i5" identifierref="quiz"><title>Check yourself</title></item>
              <item identifier="i6" identifierref="work"><title>Measure something</title></item>
              <item identifier="i7" identifierref="link"><title>Open data</title></item></item>
          </item></organization></organizations>
          <resources>
            <resource identifier="mean" type="webcontent" href="pages/mean.html"><file href="pages/mean.html"/></resource>
            <resource identifier="spread" type="webcontent" href="pages/spread.html"><file href="pages/spread.html"/></resource>
            <resource identifier="chart" type="webcontent" href="files/chart.svg"><file href="files/chart.svg"/></resource>
            <resource identifier="unused" type="webcontent" href="files/unused.txt"><file href="files/unused.txt"/></resource>
            <resource identifier="topic" type="imsdt_xmlv1p2"><file href="topic.xml"/></resource>
            <resource identifier="tool" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>
            <resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p2/assessment"><file href="quiz.xml"/></resource>
            <resource identifier="work" type="assignment_xmlv1p0" href="work.xml"><file href="work.xml"/></resource>
            <resource identifier="link" type="imswl_xmlv1p2"><file href="link.xml"/></resource>
          </resources>
        </manifest>
        """;

    public SampleCartridge With(string name, string content)
    {
        entries[name] = content;
        return this;
    }

    public SampleCartridge Replace(string name, string text, string by) => With(name, entries[name].Replace(text, by, StringComparison.Ordinal));

    /// <summary>So many more pages at its beginning.</summary>
    public SampleCartridge WithPages(int count)
    {
        var pages = Enumerable.Range(1, count).ToList();
        foreach (var page in pages) With($"pages/more-{page}.html", $"<html><head><title>Page {page}</title></head><body><p>Words of page {page}.</p></body></html>");
        return Replace("imsmanifest.xml", "<item identifier=\"i1\"", string.Concat(pages.Select(page => $"<item identifier=\"more-i{page}\" identifierref=\"more-{page}\"><title>Page {page}</title></item>")) + "<item identifier=\"i1\"")
            .Replace("imsmanifest.xml", "<resources>", "<resources>" + string.Concat(pages.Select(page => $"<resource identifier=\"more-{page}\" type=\"webcontent\" href=\"pages/more-{page}.html\"><file href=\"pages/more-{page}.html\"/></resource>")));
    }

    public static string Quiz(string question, string right, string wrong) => $"""
        <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="quiz" title="Check yourself"><section ident="root">
        <item ident="q1"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
        <presentation><material><mattext texttype="text/plain">{question}</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice>
        <response_label ident="a"><material><mattext>{right}</mattext></material></response_label><response_label ident="b"><material><mattext>{wrong}</mattext></material></response_label>
        </render_choice></response_lid></presentation><resprocessing><outcomes><decvar varname="SCORE" maxvalue="100"/></outcomes>
        <respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar><setvar varname="SCORE">100</setvar></respcondition></resprocessing></item>
        </section></assessment></questestinterop>
        """;

    public byte[] ToArray()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }
}
