namespace Lyceum.Interop.Tests.Html;

/// <summary>Attacks on sanitizers, whole and in pieces: the OWASP filter evasion list's kinds, and mutations of parsed and re-parsed markup.</summary>
internal static class HostileMarkup
{
    public static string? Echo(string address) =>
        address.Contains("echo", StringComparison.Ordinal) ? address : address == "file.png" ? "/files/1/file.png" : null;

    public static readonly string[] Whole =
    [
        "<script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>", "<a href='java\tscript:alert(1)'>x</a>", "<a href=' &#14; javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt&colon;alert(1)'>x</a>", "<a href='vbscript:x'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='//echo.example/x'>x</a>", "<img src='//echo.example/x'>", "<a href='javascript://echo/%0aalert(1)'>x</a>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<iframe src='javascript:alert(1)'></iframe>",
        "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>", "<input autofocus onfocus=alert(1)>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<listing>&lt;img src=1 onerror=alert(1)&gt;</listing>",
        "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>", "<textarea><p title='</textarea><script>alert(1)</script>'>",
        "<svg><foreignObject><p><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>", "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>", "<template><script>alert(1)</script></template>",
        "<p style='background:url(javascript:alert(1))'>x</p>", "<p style='text-align:center;behavior:url(x)'>x</p>",
        "<p style='text-align:expression(alert(1))'>x</p>", "<p style='text-align:cen\\74 er'>x</p>", "<style>@import 'x'</style>",
        "<link rel=stylesheet href=x>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href='https://evil.example/'>",
        "<object data='javascript:alert(1)'></object>", "<embed src='javascript:alert(1)'>", "<video><source onerror=alert(1)></video>",
        "<details open ontoggle=alert(1)>x</details>", "<a id=location href='/echo'>x</a>", "<img name=body src=file.png>",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?><script>alert(1)</script>",
        "<img src=`javascript:alert(1)`>", "<div title='`onmouseover=alert(1)'>x</div>", "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<span class='math'>\\(\\href{javascript:alert(1)}{x}\\)</span>", "\\(<img src=x onerror=alert(1)>\\)",
        "<img class=equation_image data-equation-content='</span><script>alert(1)</script>'>",
        "<select><template><img src=x onerror=alert(1)></template></select>", "<frameset onload=alert(1)>", "<body onload=alert(1)>x",
        "<plaintext><script>alert(1)</script>", "<marquee onstart=alert(1)>x</marquee>", "<portal src='javascript:alert(1)'>",
        "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61&#x6C&#x65&#x72&#x74(1)'>x</a>",
    ];

    public static readonly string[] Pieces =
    [
        "<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<mglyph>", "<style>", "</style>", "<script>", "</script>", "<table>", "</table>", "<tr>",
        "<td>", "<select>", "</select>", "<option>", "<template>", "</template>", "<noscript>", "</noscript>", "<form action='javascript:1'>", "</form>",
        "<textarea>", "</textarea>", "<title>", "</title>", "<xmp>", "</xmp>", "<iframe srcdoc='<script>1</script>'>", "</iframe>", "<a href=javascript:1>",
        "<a href='/echo'>", "</a>", "<img src=x onerror=alert(1)>", "<img src=file.png>", "<foreignObject>", "<desc>", "<p>", "</p>", "<b>", "</b>",
        "<div style='text-align:center;width:expression(1)'>", "</div>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "&#x3C;img onerror=1&#x3E;",
        "\"", "'", "`", ">", "<", "\\(", "\\)", "$$", "x", " ", "<p id=\"</style><img src=1 onerror=1>\">", "<button formaction=javascript:1>",
        "<frameset>", "<body onload=1>", "<html onclick=1>", "<video src='//echo/x'>", "</video>", "<audio src=file.png onplay=1>", "<plaintext>",
    ];

    public static readonly HashSet<string> Harmless =
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
        "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
        "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary",
        "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
    ];

    public static readonly HashSet<string> HarmlessAttributes =
    [
        "alt", "colspan", "controls", "datetime", "dir", "height", "kind", "label", "lang", "loading", "preload", "rel", "rowspan", "scope",
        "span", "srclang", "start", "title", "value", "width",
    ];
}
