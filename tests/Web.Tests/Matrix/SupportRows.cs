namespace Lyceum.Web.Tests.Matrix;

/// <summary>Everybody checks their own connection; what all found is for the school's staff alone.</summary>
public sealed class SupportRows : IMatrixRows
{
    public IEnumerable<MatrixRow> Rows =>
    [
        MatrixRow.Get("/me/connection", "/me/connection", "302 200 200 200 200 200 200 200"),
        MatrixRow.Get("/school/help", "/school/help", "302 404 404 404 404 404 200 404"),
        MatrixRow.Post("/me/connection/loop", "/me/connection/loop", "401 400 400 400 400 400 400 400", "{}"),
        MatrixRow.Post("/me/connection/loop/offer", "/me/connection/loop/offer", "401 404 404 404 404 404 404 404", "{}"),
        MatrixRow.Post("/me/connection/loop/answer", "/me/connection/loop/answer", "401 404 404 404 404 404 404 404", """{"revision":1,"sdp":"v=0"}"""),
        MatrixRow.Post("/me/connection/loop/end", "/me/connection/loop/end", "401 204 204 204 204 204 204 204", "{}"),
        MatrixRow.Post("/me/connection/checks", "/me/connection/checks", "401 204 404 404 404 404 404 404",
            """{"id":"0199d000-0000-7000-8000-0000000000c1","parts":{"camera":"Works","microphone":"Works","speaker":"NotTried","network":"Works","relay":"NotTried"},"line":{"roundTripMs":20,"lossPercent":0,"kbitPerSecond":2100}}"""),
    ];
}
