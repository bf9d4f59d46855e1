using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Lyceum.Web.Features.Shared;

/// <summary>
/// What of a page is its reader's own: first what stands around every page, then what a course page says of one student.
/// A page that is drawn for many leaves a <see cref="Hole"/> in each of these places.
/// </summary>
public enum OwnPart
{
    Token, Hue, Initials, You, Badge, BellClass, BellLabel,
    ModuleShare, ModulesDone, RowState, Score, ClassesDone, ClassesBar, ActivitiesDone, ActivitiesBar, MillisecondsLeft, TimeLeft,
}

/// <summary>A place for <paramref name="Part"/>; the numbers say of which modules, or of which activity of a module.</summary>
public readonly record struct Hole(OwnPart Part, int From = 0, int To = 0) : IHtmlContent
{
    // Of the private use area, which the encoder lets through from nobody's text.
    public const char Begins = '\uE000', Ends = '\uE001';

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Begins}{(int)Part}.{From}.{To}{Ends}"));

    /// <summary>What stands between <see cref="Begins"/> and <see cref="Ends"/>.</summary>
    public static Hole Parse(string text)
    {
        var numbers = text.Split('.');
        return new((OwnPart)Number(numbers[0]), Number(numbers[1]), Number(numbers[2]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Gives what belongs in a place: the thing itself, or a hole where the page is drawn for many.</summary>
public delegate IHtmlContent OwnPlace(OwnPart part, int from = 0, int to = 0);

/// <summary>Markup that is written when its turn comes.</summary>
public sealed class Drawn(Action<TextWriter, HtmlEncoder> draw) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => draw(writer, encoder);
}
