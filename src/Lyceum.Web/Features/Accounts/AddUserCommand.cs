using Lyceum.Data;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>lyceum user add E-MAIL NAME [--staff]: the first staff of an empty school begin here. 0 = done, 1 = refused.</summary>
public static class AddUserCommand
{
    public static async Task<int> Run(IServiceProvider services, string email, string name, bool isStaff, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<SchoolStore>();
        var school = (await store.Write<SchoolProfile>(async (db, ct) =>
        {
            var kept = await db.School.SingleOrDefaultAsync(ct);
            if (kept is null) db.School.Add(kept = SchoolProfile.New("Lyceum", DateTimeZoneProviders.Tzdb.GetSystemDefault().Id, "en"));
            await db.SaveChangesAsync(ct);
            return kept;
        })).Value;
        var made = await scope.ServiceProvider.GetRequiredService<CreateAccount>().Run(name.Length > 0 ? name : email.Split('@')[0], email, null, school.TimeZone, school.Language, isStaff);
        if (made.IsRefused)
        {
            await output.WriteLineAsync(scope.ServiceProvider.GetRequiredService<Words>().Of(made.Refusal));
            return 1;
        }
        var account = await scope.ServiceProvider.GetRequiredService<SchoolDb>().Users.SingleAsync(one => one.Id == made.Value.Id);
        var link = scope.ServiceProvider.GetRequiredService<Invitations>().LinkFor(account);
        await output.WriteLineAsync($"{made.Value.Name} <{made.Value.Email}>{(isStaff ? ", school staff" : "")}. They choose their password here, once, within two weeks:\n{link}");
        return 0;
    }

    /// <summary>At the start of a school that nobody is in, which would only show a sign-in that nobody passes.</summary>
    public static async Task SayHowToBegin(IServiceProvider services, string data, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SchoolDb>().People.AnyAsync()) return;
        var program = Path.Combine(AppContext.BaseDirectory, "lyceum");
        await output.WriteLineAsync($"Nobody can sign in yet. For the first member of staff: {program} user add you@school.example \"Your Name\" --staff --data {Path.GetFullPath(data)}");
    }
}
