using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lyceum.Web.Tests.Matrix;

/// <summary>Who asks, in the order in which a row lists what they get.</summary>
public enum Asker { Visitor, Student, StudentOfAnother, Assistant, Instructor, InstructorOfAnother, Staff, Removed }

/// <summary>
/// One row: a route of the running application and what each asker gets. <paramref name="Url"/> makes an address (and what it needs) from
/// the fixture; a body, if any, is posted as a form with a valid anti-forgery token, or as JSON when it starts with a brace.
/// </summary>
public sealed record MatrixRow(string Method, string Route, Func<SchoolFixture, Task<string>> Url, int[] Expected, Func<SchoolFixture, Task<string>>? Body = null)
{
    /// <summary>"302 200 404 200 200 404 200 404", in the order of <see cref="Asker"/>.</summary>
    public static MatrixRow Get(string route, Func<SchoolFixture, Task<string>> url, string expected) => new("GET", route, url, Codes(expected));
    public static MatrixRow Get(string route, string url, string expected) => new("GET", route, _ => Task.FromResult(url), Codes(expected));
    public static MatrixRow Post(string route, string url, string expected, string body = "") => new("POST", route, _ => Task.FromResult(url), Codes(expected), _ => Task.FromResult(body));
    public static MatrixRow Post(string route, Func<SchoolFixture, Task<string>> url, string expected, Func<SchoolFixture, Task<string>>? body = null) =>
        new("POST", route, url, Codes(expected), body ?? (_ => Task.FromResult("")));

    /// <summary>Asked in a browser of its own, because the request ends the session.</summary>
    public bool InABrowserOfItsOwn { get; init; }

    private static int[] Codes(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}

/// <summary>The rows of one feature. Found by reflection, so a new file is enough.</summary>
public interface IMatrixRows
{
    IEnumerable<MatrixRow> Rows { get; }
}

public sealed class MatrixTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private static readonly List<MatrixRow> Rows =
        [.. typeof(MatrixTests).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IMatrixRows)) && type.IsClass)
            .SelectMany(type => ((IMatrixRows)Activator.CreateInstance(type)!).Rows)];

    [Fact]
    public void Every_route_of_the_running_application_has_a_row()
    {
        var named = Rows.Select(row => $"{row.Method} {row.Route}").ToHashSet();
        Assert.Empty(Endpoints().Where(endpoint => !named.Contains(endpoint)).Order());
    }

    [Fact]
    public void No_row_speaks_of_a_route_that_is_gone()
    {
        var there = Endpoints().ToHashSet();
        Assert.Empty(Rows.Select(row => $"{row.Method} {row.Route}").Where(route => !there.Contains(route)).Order());
    }

    [Fact]
    public async Task Each_route_gives_each_asker_what_its_row_says()
    {
        var wrong = new List<string>();
        foreach (var row in Rows)
        {
            if (row.Expected.Length != 8) { wrong.Add($"{row.Method} {row.Route}: a row has eight answers"); continue; }
            foreach (var asker in Enum.GetValues<Asker>())
            {
                var status = await Ask(row, asker);
                if (status != row.Expected[(int)asker]) wrong.Add($"{row.Method} {row.Route} as {asker}: {status}, not {row.Expected[(int)asker]}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<int> Ask(MatrixRow row, Asker asker)
    {
        var client = asker == Asker.Visitor ? school.Visitor() : row.InABrowserOfItsOwn ? await school.SignInAnew(NameOf(asker)) : await school.SignIn(NameOf(asker));
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), await row.Url(school));
        if (row.Method != "GET")
        {
            // A person without a token is stopped by anti-forgery, which would hide what authorization says.
            request.Headers.Add("RequestVerificationToken", await client.TokenOf("/status/404"));
            var body = row.Body is null ? "" : await row.Body(school);
            request.Content = body.StartsWith('{') || body.StartsWith('[')
                ? new StringContent(body, System.Text.Encoding.UTF8, "application/json")
                : new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    private static string NameOf(Asker asker) => asker switch
    {
        Asker.Student => Cast.Mei,
        Asker.StudentOfAnother => Cast.Leo,
        Asker.Assistant => Cast.Elif,
        Asker.Instructor => Cast.Amara,
        Asker.InstructorOfAnother => Cast.IngridDahl,
        Asker.Staff => Cast.Ruth,
        Asker.Removed => Cast.Zofia,
        _ => throw new ArgumentOutOfRangeException(nameof(asker)),
    };

    /// <summary>"GET /courses/{slug}". A Razor page counts as GET, and as POST when it has a handler for it.</summary>
    private IEnumerable<string> Endpoints() =>
        from endpoint in school.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
        from method in MethodsOf(endpoint)
        select $"{method} {route}";

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>();
        if (page is null) return endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var model = page.GetType().GetProperty("DeclaredModelTypeInfo")?.GetValue(page) as Type ?? ModelOf(page);
        return model?.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true ? ["GET", "POST"] : ["GET"];
    }

    private static Type? ModelOf(Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor page) =>
        typeof(Lyceum.Web.Hosting.SchoolHost).Assembly.GetTypes().FirstOrDefault(type =>
            type.IsAssignableTo(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)) && page.ViewEnginePath.EndsWith("/" + type.Name.Replace("Page", ""), StringComparison.Ordinal)
            && type.Namespace!.EndsWith(page.ViewEnginePath.Split('/')[^2], StringComparison.Ordinal));
}
