namespace Lyceum.Web.Features.Shared;

/// <summary>CLDR 46 cardinal plural rules for whole numbers in the languages the school speaks.</summary>
public static class Plurals
{
    public static string FormOf(string language, int number) => language switch
    {
        "ar" => (number, number % 100) switch
        {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, >= 3 and <= 10) => "few",
            (_, >= 11) => "many",
            _ => "other",
        },
        _ => number == 1 ? "one" : "other",
    };
}
