namespace NcloudServer.Failures;

/// <summary>Keeps the first error after which no further request can succeed.</summary>
internal sealed class FatalErrorLatch
{
    private NcpException? _failure;

    public NcpException? Value => Volatile.Read(ref _failure);

    public void SetIfFatal(NcpException failure)
    {
        if (failure.IsFatal)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
    }

    public void ThrowIfSet()
    {
        if (Value is { } failure)
        {
            throw failure;
        }
    }
}
