namespace Lyceum.Web.Tests.Matrix;

public sealed class SharedRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/dev/parts", "/dev/parts", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/search", "/search?q=statistics", "200 200 200 200 200 200 200 200"),
    ];
}
