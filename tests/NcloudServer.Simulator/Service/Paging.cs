namespace NcloudServer.Simulator;

/// <summary>Which part of a list a request asks for.</summary>
internal static class Paging
{
    public static (int Skip, int Take) Of(RequestParameters parameters, Policies policies)
    {
        int? page = parameters.Number("pageNo", least: 0);
        int? asked = parameters.Number("pageSize", least: 1);
        int? size = policies.MaximumPageSize > 0 && asked > policies.MaximumPageSize ? policies.MaximumPageSize : asked;
        if (page is not null && size is null)
        {
            throw Refusals.Parameter("pageSize is required with pageNo.");
        }

        // Pages count from 1; the documentation of the Classic API lets 0 stand for the first one too.
        long skip = size is null || page is null or 0 ? 0 : (long)(page.Value - 1) * (policies.OffsetsFollowAskedSize ? asked : size)!.Value;
        int all = policies.MaximumRowsWithoutPage > 0 ? policies.MaximumRowsWithoutPage : int.MaxValue;
        return ((int)long.Min(skip, int.MaxValue), size ?? all);
    }
}
