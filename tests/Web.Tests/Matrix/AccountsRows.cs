namespace Lyceum.Web.Tests.Matrix;

public sealed class AccountsRows : IMatrixRows
{
    private const string Anybody = "200 200 200 200 200 200 200 200";
    private const string SignedIn = "302 200 200 200 200 200 200 200";
    private const string Gone = "410 410 410 410 410 410 410 410";
    private const string Staff = "302 404 404 404 404 404 200 404";

    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/me", "/me", SignedIn),
        MatrixRow.Post("/me", "/me?handler=End", "401 302 302 302 302 302 302 302", "session=0199d000-0000-7000-8000-000000000000"),
        MatrixRow.Get("/signin/forgotten", "/signin/forgotten", Anybody),
        MatrixRow.Post("/signin/forgotten", "/signin/forgotten", Anybody, "Email=nobody@harbour.example"),
        MatrixRow.Get("/account/password", "/account/password", Anybody),
        MatrixRow.Post("/account/password", "/account/password", "410 410 410 410 410 410 410 410", "Password=three+words+of+mine"),
        MatrixRow.Get("/account/invitation", "/account/invitation?token=none", Gone),
        MatrixRow.Post("/account/invitation", "/account/invitation", Gone, "Token=none&Password=three+words+of+mine"),
        MatrixRow.Post("/account/invitation/passkey/options", "/account/invitation/passkey/options", Gone, "{\"token\":\"none\"}"),
        MatrixRow.Post("/account/invitation/passkey/", "/account/invitation/passkey/", Gone, "{\"token\":\"none\",\"credential\":\"{}\"}"),
        MatrixRow.Post("/me/passkeys/options", "/me/passkeys/options", "401 200 200 200 200 200 200 200", "{}"),
        MatrixRow.Post("/me/passkeys/", "/me/passkeys/", "401 400 400 400 400 400 400 400", "{\"credential\":\"{}\"}"),
        MatrixRow.Post("/signin/passkey/options", "/signin/passkey/options", Anybody, "{}"),
        MatrixRow.Post("/signin/passkey/", "/signin/passkey/", "400 400 400 400 400 400 400 400", "{\"credential\":\"{}\"}"),
        MatrixRow.Get("/dev/mail", "/dev/mail", Anybody),
        MatrixRow.Get("/school", "/school", Staff),
        MatrixRow.Post("/school", "/school?handler=Describe", "401 404 404 404 404 404 200 404", "SchoolName=Harbour+School&SchoolZone=Europe/Oslo"),
    ];
}
