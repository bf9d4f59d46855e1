using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lyceum.Data;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Assignments;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.Classes.Guests;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Discussions;
using Lyceum.Web.Features.Grades;
using Lyceum.Web.Features.Imports;
using Lyceum.Web.Features.Lectures;
using Lyceum.Web.Features.Library;
using Lyceum.Web.Features.Media;
using Lyceum.Web.Features.Messages;
using Lyceum.Web.Features.Quizzes;
using Lyceum.Web.Features.Readings;
using Lyceum.Web.Features.Schedule;
using Lyceum.Web.Features.School;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Features.Support;
using Lyceum.Web.Features.Today;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using NodaTime;

namespace Lyceum.Web.Hosting;

/// <summary>Puts the application together: each feature brings its services and its routes.</summary>
public static class SchoolHost
{
    /// <param name="settings">What the installation set.</param>
    /// <param name="replace">What a test puts in the place of a service: the clock, the mail carrier.</param>
    public static WebApplication Build(SchoolSettings settings, Action<IServiceCollection>? replace = null)
    {
        Directory.CreateDirectory(settings.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(SchoolHost).Assembly.GetName().Name,
            EnvironmentName = settings.Development ? Environments.Development : Environments.Production,
            WebRootPath = FindWebRoot(),
            // Settings are read once: a school is restarted to change them, and needs no watchers on its files.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.UploadLimit;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // It warns at every start that the keys lie unencrypted beside the database: docs/operating.md says so once.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // What a command fails with is thrown as well; and a new PostgreSQL fails to name its migrations, which is no failure.
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        AddServices(builder.Services, settings);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app, settings);
        MapFeatures(app, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, SchoolSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<TimeProvider, ClockTime>();
        services.AddHttpContextAccessor();
        services.AddSingleton<Words>();
        services.AddSingleton<Times>();
        services.AddSingleton<Icons>();
        services.AddScoped<SchoolFrame>();
        services.AddSingleton<BuiltModules>();
        services.AddSchoolData(settings.Database);
        services.AddDataProtection().SetApplicationName("lyceum").PersistKeysToFileSystem(Directory.CreateDirectory(settings.KeysFolder));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.Cookie.Name = "lyceum-csrf";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<KnownTokens>();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(mvc => mvc.MaxModelValidationErrors = 50)
            .ConfigureApplicationPartManager(LookForNoControllers);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.RespectNullableAnnotations = true);
        // In development a broken body would otherwise throw, and be answered as if the fault were ours.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        // Pages are UTF-8: an entity for every letter beyond ASCII would make an Arabic page four times as long.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = settings.UploadLimit);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddRateLimits(settings);
        if (settings.OtlpEndpoint.Length > 0) services.AddHostedService<Telemetry>();
        AddFeatures(services, settings);
    }

    private static void AddFeatures(IServiceCollection services, SchoolSettings settings)
    {
        services.AddAccounts();
        services.AddCourses();
        services.AddClasses();
        services.AddSchedule();
        services.AddLibrary(settings);
        services.AddReadings();
        services.AddLectures();
        services.AddAssignments();
        services.AddDiscussions();
        services.AddGrades();
        services.AddQuizzes();
        services.AddImports();
        services.AddSchool(settings);
        services.AddToday();
        services.AddMessages();
        services.AddMedia(settings);
        services.AddSupport();
    }

    private static void UsePipeline(WebApplication app, SchoolSettings settings)
    {
        if (settings.BehindProxy)
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        if (settings.OtlpEndpoint.Length > 0) Telemetry.NameSpans(app);
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseDevPages(settings);
        app.UseResponseCompression();
        app.UseCoursePages();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/built/chunks") || file.Context.Request.Path.StartsWithSegments("/fonts")
                    ? "public, max-age=31536000, immutable"
                    : "public, max-age=600",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.Use(GuestSignIns.Recognize);
        app.Use((context, next) =>
        {
            context.GreetVisitor();
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(context.Visit().Language);
            return next(context);
        });
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseBodyLimits();
        app.UseAntiforgery();
    }

    private static void MapFeatures(WebApplication app, SchoolSettings settings)
    {
        app.MapRazorPages();
        app.MapAccounts();
        app.MapClasses();
        app.MapLibrary();
        app.MapReadings();
        app.MapLectures();
        app.MapAssignments();
        app.MapGrades();
        app.MapQuizzes();
        app.MapSchool();
        app.MapMessages();
        app.MapMedia(settings);
        app.MapSupport();
    }

    /// <summary>Does before the first request what would else wait for it: the routes, the words and the keys, each on its own.</summary>
    public static void Warm(WebApplication app) => Parallel.Invoke(
        () => { foreach (var source in ((IEndpointRouteBuilder)app).DataSources) _ = source.Endpoints; },
        () => _ = app.Services.GetRequiredService<Words>(),
        () => _ = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("warm").Protect([]));

    /// <summary>The search for controllers loads every type of the program, and there are none.</summary>
    private static void LookForNoControllers(ApplicationPartManager parts)
    {
        foreach (var search in parts.FeatureProviders.OfType<ControllerFeatureProvider>().ToList()) parts.FeatureProviders.Remove(search);
    }

    /// <summary>Beside the program when it is published; in the source folder when it runs from there.</summary>
    private static string FindWebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published)) return published;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "Lyceum.Web", "wwwroot");
            if (Directory.Exists(source)) return source;
        }
        return Directory.CreateDirectory(published).FullName;
    }
}
