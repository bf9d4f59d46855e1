namespace Lyceum.Web.Tests.Matrix;

public sealed class GroundRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/signin", "/signin", "200 302 302 302 302 302 302 302"),
        MatrixRow.Post("/signin", "/signin", "400 400 400 400 400 400 400 400", "Email=nobody@harbour.example&Password=wrong"),
        MatrixRow.Get("/signout", "/signout", "302 200 200 200 200 200 200 200"),
        MatrixRow.Post("/signout", "/signout", "401 302 302 302 302 302 302 302") with { InABrowserOfItsOwn = true },
        MatrixRow.Get("/status/{code:int}", "/status/404", "200 200 200 200 200 200 200 200"),
        MatrixRow.Post("/status/{code:int}", "/status/404", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/health/live", "/health/live", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
    ];
}
