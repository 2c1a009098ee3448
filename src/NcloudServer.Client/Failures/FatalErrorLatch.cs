using System.Threading;

namespace NcloudServer.Failures;

/// <summary>The first failure after which nothing can succeed any more; it ends what has not been sent yet.</summary>
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
