namespace Lyceum.Web.Tests.Matrix;

public sealed class MediaRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        // An encoder proves itself by its token alone; whoever has none is nobody here.
        MatrixRow.Post("/whip/{room}", "/whip/dev", "401 401 401 401 401 401 401 401"),
        new("DELETE", "/whip/{room}/{participant}", _ => Task.FromResult("/whip/dev/encoder"), [401, 401, 401, 401, 401, 401, 401, 401]),
        MatrixRow.Get("/dev/media", "/dev/media", "200 200 200 200 200 200 200 200"),
        MatrixRow.Get("/dev/media/socket", "/dev/media/socket", "400 400 400 400 400 400 400 400"),
    ];
}
