using Amazon.S3;
using Amazon.S3.Model;

namespace Lyceum.Data.Library;

/// <summary>Reads one object from wherever it is sought, asking the store for just what follows there (RFC 9110 §14).</summary>
internal sealed class S3Content(IAmazonS3 client, string bucket, string key, long length) : Stream
{
    private GetObjectResponse? answer;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value != position) Forget();
            position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty) return 0;
        answer ??= await client.GetObjectAsync(
            new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = new ByteRange(position, length - 1) }, cancellationToken);
        var read = await answer.ResponseStream.ReadAsync(buffer, cancellationToken);
        if (read == 0) throw new EndOfStreamException($"The store ended {key} at {position} of {length} bytes.");
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For readers that know no other way, such as an archive's; it blocks its thread while the store answers.</summary>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        answer?.Dispose();
        answer = null;
    }
}
