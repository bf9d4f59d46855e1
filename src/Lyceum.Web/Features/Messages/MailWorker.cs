using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Messages;

/// <summary>Carries one letter; throws when it could not.</summary>
public interface IMailCarrier
{
    Task Carry(Mail mail, CancellationToken ct);
}

/// <summary>Sends what is due. A letter is marked after it went, so a crash in between may send it twice, never not at all.</summary>
public sealed class MailWorker(SchoolStore store, IServiceScopeFactory scopes, IMailCarrier carrier, IClock clock, ILogger<MailWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await SendDue(stoppingToken); }
            catch (Exception failure) when (failure is not OperationCanceledException) { log.LogError(failure, "Mail could not be worked off"); }
        }
    }

    public async Task SendDue(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var due = await db.Mails.Where(mail => mail.SentAt == null && mail.GivenUpAt == null && mail.SendAfter <= now).OrderBy(mail => mail.SendAfter).Take(50).ToListAsync(ct);
        foreach (var mail in due) await Send(mail, now, ct);
    }

    private async Task Send(Mail mail, Instant now, CancellationToken ct)
    {
        string? error = null;
        try { await carrier.Carry(mail, ct); }
        catch (Exception failure) when (failure is not OperationCanceledException) { error = failure.Message; }
        await store.Write<Done>(async (db, token) =>
        {
            var row = await db.Mails.AsTracking().SingleAsync(kept => kept.Id == mail.Id, token);
            if (error is null) row.Sent(now);
            else row.Failed(error, now);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        if (error is not null) log.LogWarning("Letter {Mail} was not sent: {Error}", mail.Id, error);
    }
}
