using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Util;
using Lyceum.Domain;

namespace Lyceum.Data.Library;

/// <summary>
/// Objects in one bucket of a store that speaks the S3 API (AWS, Ceph, Swift, MinIO, Garage …). Content is first gathered in
/// <paramref name="spool"/>, since its name is its hash, and acknowledged once the store has taken it whole.
/// </summary>
public sealed class S3FileStore(S3Settings settings, string spool) : IFileStore, IDisposable
{
    private readonly IncomingFiles incoming = new(spool);
    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.Endpoint,
            AuthenticationRegion = settings.Region,
            // Buckets as parts of the host name need a DNS that only the large clouds have.
            ForcePathStyle = true,
            // Checksums in trailers are younger than most compatible stores; the content's name is its SHA-256 anyway.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    public Task<Outcome<StoredContent>> Put(Stream content, long limit, CancellationToken ct) =>
        incoming.Take(content, limit, (taken, path) => Keep(taken, path, ct), ct);

    public async Task<Stream?> Open(string hash, CancellationToken ct) =>
        await LengthOf(hash, ct) is { } length ? new S3Content(client, settings.Bucket, ContentPlaces.Of(hash), length) : null;

    public async IAsyncEnumerable<string> AllHashes([EnumeratorCancellation] CancellationToken ct)
    {
        var pages = client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = settings.Bucket });
        await foreach (var found in pages.S3Objects.WithCancellation(ct))
        {
            var name = found.Key[(found.Key.LastIndexOf('/') + 1)..];
            if (ContentPlaces.IsHash(name)) yield return name;
        }
    }

    public Task Delete(string hash, CancellationToken ct) => client.DeleteObjectAsync(settings.Bucket, ContentPlaces.Of(hash), ct);

    /// <summary>Makes the bucket where it is missing. Fails when the store does not answer, or not to these keys.</summary>
    public async Task Prepare(CancellationToken ct)
    {
        if (await AmazonS3Util.DoesS3BucketExistV2Async(client, settings.Bucket)) return;
        await client.PutBucketAsync(settings.Bucket, ct);
    }

    public void Dispose() => client.Dispose();

    private async Task Keep(StoredContent content, string path, CancellationToken ct)
    {
        if (await LengthOf(content.Hash, ct) == content.Length) return;
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = ContentPlaces.Of(content.Hash),
            FilePath = path,
            ContentType = "application/octet-stream",
            // Not every compatible store takes signed chunks.
            UseChunkEncoding = false,
        }, ct);
    }

    private async Task<long?> LengthOf(string hash, CancellationToken ct)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(settings.Bucket, ContentPlaces.Of(hash), ct)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}

/// <summary>One bucket: <paramref name="Endpoint"/> is the store's address, such as https://s3.eu-north-1.amazonaws.com.</summary>
public sealed record S3Settings(string Endpoint, string Region, string Bucket, string AccessKey, string SecretKey);
