using System.Globalization;
using System.Text.Encodings.Web;

namespace Lyceum.Web.Features.Shared;

/// <summary>What around a page is the reader's own: who they are, what is new for them, their anti-forgery token.</summary>
public sealed record ReaderParts(string Name, int Unread, string Token, Words Words)
{
    /// <summary>False = the page's to write.</summary>
    public bool Write(Hole hole, TextWriter to, HtmlEncoder encoder)
    {
        switch (hole.Part)
        {
            case OwnPart.Token:
                encoder.Encode(to, Token);
                return true;
            case OwnPart.Hue:
                to.Write(AvatarTag.HueOf(Name));
                return true;
            case OwnPart.Initials:
                encoder.Encode(to, AvatarTag.InitialsOf(Name));
                return true;
            case OwnPart.You:
                encoder.Encode(to, Words["You: {0}", Name]);
                return true;
            case OwnPart.Badge:
                if (Unread > 0) to.Write($"<span class=\"badge\">{Unread.ToString(CultureInfo.CurrentCulture)}</span>");
                return true;
            case OwnPart.BellClass:
                if (Unread > 0) to.Write("has-new");
                return true;
            case OwnPart.BellLabel:
                encoder.Encode(to, Unread > 0 ? Words.Count("{0} new message", "{0} new messages", Unread) : Words["No new messages"]);
                return true;
            default:
                return false;
        }
    }
}
