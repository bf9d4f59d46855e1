using Microsoft.AspNetCore.Identity;

namespace Lyceum.Data.Accounts;

/// <summary>How a person signs in; it shares its id with the <see cref="Domain.Accounts.Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>;
