using Lyceum.Data.Library;
using Lyceum.Data.Storage;

namespace Lyceum.Web.Hosting;

/// <summary>
/// What an installation may set, from lyceum.json in the data folder, LYCEUM_* in the environment and the command line, later ones winning.
/// </summary>
public sealed class SchoolSettings
{
    /// <summary>Folder of the database, the files, the keys.</summary>
    public string Data { get; set; } = "data";
    public string Urls { get; set; } = "http://localhost:8080";
    /// <summary>Where people reach the school; links in mail start with it. Empty = the first of <see cref="Urls"/>.</summary>
    public string PublicUrl { get; set; } = "";
    /// <summary>A PostgreSQL connection string; empty = SQLite in the data folder.</summary>
    public string Postgres { get; set; } = "";
    /// <summary>Trust X-Forwarded-For and -Proto of a proxy on this machine.</summary>
    public bool BehindProxy { get; set; }
    /// <summary>Fill an empty school with the demo at the first start. Not set: in development alone, since everybody knows its passwords.</summary>
    public bool? Demo { get; set; }
    public bool HasDemo => Demo ?? Development;
    /// <summary>Shows /dev pages and keeps mail instead of sending it.</summary>
    public bool Development { get; set; }
    /// <summary>Requests a minute that one person may write; tests raise it.</summary>
    public int WritesPerMinute { get; set; } = 600;
    public int SignInsPerMinute { get; set; } = 10;
    /// <summary>Bytes.</summary>
    public long UploadLimit { get; set; } = 512_000_000;
    public MailSettings Mail { get; set; } = new();
    public BucketSettings S3 { get; set; } = new();
    public UdpSettings Media { get; set; } = new();
    public CaptionSettings Captions { get; set; } = new();
    /// <summary>OTLP endpoint for metrics and traces; empty = none.</summary>
    public string OtlpEndpoint { get; set; } = "";
    /// <summary>grpc, or http: Protobuf over HTTP, with /v1/metrics and /v1/traces behind the endpoint.</summary>
    public string OtlpProtocol { get; set; } = "grpc";

    public DatabaseSettings Database =>
        Postgres.Length > 0 ? DatabaseSettings.Postgres(Postgres) : DatabaseSettings.Sqlite(Path.Combine(Data, "school.db"));

    public string FilesFolder => Path.Combine(Data, "files");
    /// <summary>In a bucket where one is set, else in the data folder.</summary>
    public IFileStore OpenFiles() => Bucket is { } bucket ? new S3FileStore(bucket, Path.Combine(Data, "incoming")) : new DiskFileStore(FilesFolder);

    /// <summary>For the recordings of classes that are over; null where none is set.</summary>
    public S3Bucket? OpenBucket() => Bucket is { } bucket ? new S3Bucket(bucket) : null;

    private S3Settings? Bucket => S3.Bucket.Length > 0 ? new S3Settings(S3.Endpoint, S3.Region, S3.Bucket, S3.AccessKey, S3.SecretKey) : null;

    /// <summary>Sound and picture of the classes, written while they run; they stay here where there is no bucket.</summary>
    public string RecordingsFolder => Path.Combine(Data, "recordings");
    public string KeysFolder => Path.Combine(Data, "keys");

    public Uri PublicAddress => new(PublicUrl.Length > 0 ? PublicUrl : Urls.Split(';')[0].Replace("//*", "//localhost").Replace("//0.0.0.0", "//localhost"));
}

/// <summary>A bucket of an S3-compatible store for the files that people put in; none = the data folder.</summary>
public sealed class BucketSettings
{
    public string Endpoint { get; set; } = "";
    public string Region { get; set; } = "us-east-1";
    public string Bucket { get; set; } = "";
    public string AccessKey { get; set; } = "";
    public string SecretKey { get; set; } = "";
}

/// <summary>Captions by a recognizer of the school's own.</summary>
public sealed class CaptionSettings
{
    /// <summary>
    /// A command for /bin/sh, started for each class that is to be captioned: it gets what is said on its standard input (16,000 samples a second, 16 bits,
    /// little-endian, mono) and writes WebVTT to its standard output. Empty = none.
    /// </summary>
    public string Command { get; set; } = "";
}

public sealed class MailSettings
{
    public string From { get; set; } = "school@localhost";
    /// <summary>Empty = mail is kept, not sent.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public bool Tls { get; set; } = true;
}
