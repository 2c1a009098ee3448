namespace NcloudServer.Operations;

/// <summary>Rows that each say for some situations what comes next. Of all rows, exactly one fits a situation, so their order means nothing.</summary>
internal sealed class StepTable
{
    private readonly List<Row>?[,] _rows = new List<Row>?[(int)PendingReason.Awaited + 1, (int)LookUpResult.RuledOut + 1];

    public StepTable(Row[] rows)
    {
        foreach (Row row in rows)
        {
            foreach (PendingReason reason in row.Reasons)
            {
                foreach (LookUpResult result in row.Results)
                {
                    (_rows[(int)reason, (int)result] ??= []).Add(row);
                }
            }
        }
    }

    public Step For(Situation situation) => Rows(situation.Reason, situation.Result).First(row => row.Fits(situation)).Step;

    /// <summary>The rows that say what comes next where a number is pending for a reason, with a result of the latest look-up.</summary>
    public IReadOnlyList<Row> Rows(PendingReason reason, LookUpResult result) => _rows[(int)reason, (int)result] ?? [];

    /// <summary>What comes next for some reasons with some results of the latest look-up, if a condition holds, or always without one.</summary>
    internal sealed record Row(PendingReason[] Reasons, LookUpResult[] Results, Step Step, Func<Situation, bool>? If = null)
    {
        public bool Fits(Situation situation) => If is null || If(situation);
    }
}
