namespace Lyceum.Web.Features.Classes.Film;

/// <summary>The shades of a course's hue. The sheet of tokens has the same.</summary>
internal static class FilmGround
{
    /// <summary>"#rrggbb", for what counts.</summary>
    public static string SolidOf(string hue) => hue switch
    {
        "amber" => "#fabc32",
        "teal" => "#007e85",
        "plum" => "#9a3289",
        "green" => "#237c40",
        "red" => "#bd1f46",
        "violet" => "#7137cd",
        "orange" => "#ad490e",
        "sky" => "#0275a3",
        "olive" => "#65690f",
        _ => "#244bdd",
    };

    /// <summary>The deep one as ffmpeg takes it: what stands behind what is only heard.</summary>
    public static string Of(string hue) => hue switch
    {
        "amber" => "0xeca41f",
        "teal" => "0x005a5e",
        "plum" => "0x722065",
        "green" => "0x15592b",
        "red" => "0x891331",
        "violet" => "0x53239b",
        "orange" => "0x7e3307",
        "sky" => "0x005477",
        "olive" => "0x494c0b",
        _ => "0x1836ac",
    };
}
