using System.Net;
using System.Net.Mail;
using Lyceum.Domain.Messages;
using Lyceum.Web.Hosting;

namespace Lyceum.Web.Features.Messages;

/// <summary>In development letters stay in the table and are read at /dev/mail.</summary>
public sealed class KeptMail : IMailCarrier
{
    public Task Carry(Mail mail, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>SMTP with STARTTLS (RFC 5321, RFC 3207).</summary>
public sealed class SmtpCarrier(SchoolSettings settings) : IMailCarrier
{
    public async Task Carry(Mail mail, CancellationToken ct)
    {
        using var client = new SmtpClient(settings.Mail.Host, settings.Mail.Port) { EnableSsl = settings.Mail.Tls };
        if (settings.Mail.User.Length > 0) client.Credentials = new NetworkCredential(settings.Mail.User, settings.Mail.Password);
        using var message = new MailMessage(settings.Mail.From, mail.To, mail.Subject, mail.Body);
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.PublicAddress.Host}>");
        if (mail.Unsubscribe is not null)
        {
            message.Headers.Add("List-Unsubscribe", $"<{mail.Unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        await client.SendMailAsync(message, ct);
    }
}
