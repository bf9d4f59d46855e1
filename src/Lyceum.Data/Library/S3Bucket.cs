using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Util;

namespace Lyceum.Data.Library;

/// <summary>One bucket: <paramref name="Endpoint"/> is the store's address, such as https://s3.eu-north-1.amazonaws.com.</summary>
public sealed record S3Settings(string Endpoint, string Region, string Bucket, string AccessKey, string SecretKey);

/// <summary>Objects in one bucket of a store that speaks the S3 API (AWS, Ceph, Swift, MinIO, Garage …).</summary>
public sealed class S3Bucket(S3Settings settings) : IDisposable
{
    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.Endpoint,
            AuthenticationRegion = settings.Region,
            // Buckets as parts of the host name need a DNS that only the large clouds have.
            ForcePathStyle = true,
            // Checksums in trailers are younger than most compatible stores; what is put is compared by its length, and content's name is its SHA-256.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <summary>Durable when it returns; nothing is sent when an object of this length is there under the key.</summary>
    public async Task Put(string key, string path, long length, CancellationToken ct)
    {
        if (await LengthOf(key, ct) == length) return;
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = key,
            FilePath = path,
            ContentType = "application/octet-stream",
            // Not every compatible store takes signed chunks.
            UseChunkEncoding = false,
        }, ct);
    }

    /// <summary>A seekable stream, or null when there is no such object.</summary>
    public async Task<Stream?> Open(string key, CancellationToken ct) => await LengthOf(key, ct) is { } length ? Open(key, length) : null;

    /// <summary>A seekable stream over an object that is known to be there; the store is asked when it is read.</summary>
    public Stream Open(string key, long length) => new S3Content(client, settings.Bucket, key, length);

    public async Task<long?> LengthOf(string key, CancellationToken ct)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(settings.Bucket, key, ct)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<string> Keys(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var pages = client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = prefix });
        await foreach (var found in pages.S3Objects.WithCancellation(ct)) yield return found.Key;
    }

    /// <summary>Nothing happens when there is no such object.</summary>
    public Task Delete(string key, CancellationToken ct) => client.DeleteObjectAsync(settings.Bucket, key, ct);

    /// <summary>Makes the bucket where it is missing. Fails when the store does not answer, or not to these keys.</summary>
    public async Task Prepare(CancellationToken ct)
    {
        if (await AmazonS3Util.DoesS3BucketExistV2Async(client, settings.Bucket)) return;
        await client.PutBucketAsync(settings.Bucket, ct);
    }

    public void Dispose() => client.Dispose();
}
