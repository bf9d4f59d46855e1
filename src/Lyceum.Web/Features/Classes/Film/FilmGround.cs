namespace Lyceum.Web.Features.Classes.Film;

/// <summary>The deep shade of a course's hue as ffmpeg takes it: what stands behind what is only heard. The sheet of tokens has the same.</summary>
internal static class FilmGround
{
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
