namespace Lyceum.Web.Tests;

/// <summary>The people whom tests, demo and screenshots share, by the first part of their e-mail address.</summary>
public static class Cast
{
    public const string Password = "correct horse battery";

    public const string Amara = "amara";           // instructor of statistics
    public const string IngridDahl = "ingrid.dahl"; // instructor of writing
    public const string Elif = "elif";             // assistant in statistics
    public const string Ruth = "ruth";             // school staff
    public const string Mei = "mei";               // student of statistics
    public const string Jonas = "jonas";
    public const string Lucia = "lucia";
    public const string Samir = "samir";
    public const string Noah = "noah";             // America/New_York
    public const string Arjun = "arjun";           // Asia/Kolkata
    public const string Hana = "hana";             // student of both courses
    public const string Leo = "leo";               // student of writing alone
    public const string Zofia = "zofia";           // removed from statistics

    public static string NameOf(string who) => All.Single(one => one.Who == who).Name;

    public static string EmailOf(string who) => $"{who}@harbour.example";

    internal static readonly (string Who, string Name, string Zone)[] All =
    [
        (Amara, "Dr. Amara Okafor", "Europe/Oslo"), (IngridDahl, "Ingrid Dahl", "Europe/Oslo"), (Elif, "Elif Kaya", "Europe/Oslo"),
        (Ruth, "Ruth Lindgren", "Europe/Oslo"), (Mei, "Mei Tanaka", "Europe/Oslo"), (Jonas, "Jonas Weber", "Europe/Oslo"),
        (Lucia, "Lucía Fernández", "Europe/Oslo"), (Samir, "Samir Haddad", "Europe/Oslo"), (Noah, "Noah Adeyemi", "America/New_York"),
        (Arjun, "Arjun Mehta", "Asia/Kolkata"), (Hana, "Hana Kim", "Europe/Oslo"), (Leo, "Leo Brandt", "Europe/Oslo"), (Zofia, "Zofia Kowalska", "Europe/Oslo"),
    ];
}
