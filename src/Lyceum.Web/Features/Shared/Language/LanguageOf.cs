using System.Globalization;
using Lyceum.Domain.Accounts;

namespace Lyceum.Web.Features.Shared;

public static class LanguageOf
{
    /// <summary>Writes something in the language of whoever will read it, not of whoever asks for it.</summary>
    public static T Speaks<T>(Person reader, Func<T> write)
    {
        var language = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader.Language);
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }
}
