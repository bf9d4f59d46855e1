using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.School;

/// <summary>A job or letter that failed at least once and is not done.</summary>
public sealed record Trouble(Guid Id, string Title, int Attempts, string Error);

/// <summary>Where staff run the school: people, its name, what works behind the scenes, what has been done.</summary>
[Authorize("staff")]
public sealed class OfficePage(SchoolDb db, RunSchool run, InvitationLetters letters) : SchoolPage
{
    public SchoolProfile School { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; private set; } = [];
    /// <summary>Those of them who have not chosen yet how to sign in.</summary>
    public IReadOnlySet<Guid> NotJoined { get; private set; } = new HashSet<Guid>();
    public int PeopleCount { get; private set; }
    public IReadOnlyList<(AuditEntry Entry, string Actor)> Audit { get; private set; } = [];
    public IReadOnlyList<Trouble> Troubled { get; private set; } = [];
    public int JobsWaiting { get; private set; }
    public int JobsDone { get; private set; }
    public int MailsWaiting { get; private set; }
    public int MailsSent { get; private set; }
    public string? Query { get; private set; }
    public string? Told { get; private set; }

    public Task OnGetAsync(string? q, CancellationToken ct)
    {
        Query = q;
        return Load(ct);
    }

    public async Task<IActionResult> OnPostAddAsync(string? name, string? email, CancellationToken ct)
    {
        var added = await run.AddPerson(Viewer, name ?? "", email ?? "", ct);
        if (!added.IsRefused) await letters.Send(added.Value.Id, ct);
        return await After(added.Match(_ => (Refusal?)null, refusal => refusal), added.IsRefused ? "" : T["{0} is invited by mail.", added.Value.Name], ct);
    }

    public async Task<IActionResult> OnPostSendAgainAsync(Guid person, CancellationToken ct)
    {
        var sent = await letters.Send(person, ct);
        return await After(sent.Refusal, T["The invitation goes out again."], ct);
    }

    public async Task<IActionResult> OnPostStaffAsync(Guid person, CancellationToken ct)
    {
        var changed = await run.ToggleStaff(Viewer, person, ct);
        return await After(changed.Refusal, T["Saved."], ct);
    }

    public async Task<IActionResult> OnPostDescribeAsync(string? schoolName, string? schoolZone, CancellationToken ct)
    {
        var changed = await run.Describe(Viewer, schoolName ?? "", schoolZone ?? "", ct);
        return await After(changed.Refusal, T["Saved."], ct);
    }

    public async Task<IActionResult> OnPostStartOverAsync(Guid id, CancellationToken ct)
    {
        var changed = await run.StartOver(Viewer, id, ct);
        return await After(changed.Refusal, T["It is tried again now."], ct);
    }

    private async Task<IActionResult> After(Refusal? refusal, string told, CancellationToken ct)
    {
        await Load(ct);
        if (refusal is not null) return Refused(refusal);
        Told = told;
        return Page();
    }

    private async Task Load(CancellationToken ct)
    {
        School = await db.School.SingleOrDefaultAsync(ct) ?? SchoolProfile.New("Lyceum", "Etc/UTC", "en");
        PeopleCount = await db.People.CountAsync(ct);
        var wanted = (Query ?? "").Trim().ToLowerInvariant();
        People = await db.People.Where(person => wanted == "" || person.Email.Contains(wanted) || person.Name.ToLower().Contains(wanted)).OrderBy(person => person.Name).Take(100).ToListAsync(ct);
        var shown = People.Select(person => person.Id).ToList();
        NotJoined = await db.Users.Where(account => shown.Contains(account.Id) && !account.EmailConfirmed).Select(account => account.Id).ToHashSetAsync(ct);
        var audit = await (from entry in db.Audit
                           join person in db.People on entry.ActorId equals person.Id into actors
                           from actor in actors.DefaultIfEmpty()
                           orderby entry.At descending
                           select new { entry, Name = actor == null ? "" : actor.Name }).Take(50).ToListAsync(ct);
        Audit = [.. audit.Select(row => (row.entry, row.Name))];
        JobsWaiting = await db.Jobs.CountAsync(job => job.DoneAt == null && job.GivenUpAt == null, ct);
        JobsDone = await db.Jobs.CountAsync(job => job.DoneAt != null, ct);
        MailsWaiting = await db.Mails.CountAsync(mail => mail.SentAt == null && mail.GivenUpAt == null, ct);
        MailsSent = await db.Mails.CountAsync(mail => mail.SentAt != null, ct);
        var jobs = await db.Jobs.Where(job => job.DoneAt == null && job.LastError != null).OrderByDescending(job => job.CreatedAt).Take(30).ToListAsync(ct);
        var mails = await db.Mails.Where(mail => mail.SentAt == null && mail.LastError != null).OrderByDescending(mail => mail.CreatedAt).Take(30).ToListAsync(ct);
        Troubled = [.. jobs.Select(job => new Trouble(job.Id, job.Kind, job.Attempts, job.LastError!)), .. mails.Select(mail => new Trouble(mail.Id, mail.Subject, mail.Attempts, mail.LastError!))];
    }
}
