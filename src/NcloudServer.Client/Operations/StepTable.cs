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

    /// <summary>The step that comes next.</summary>
    public Step For(Situation situation) => Rows(situation.Reason, situation.Result).First(row => row.Fits(situation)).Step;

    /// <summary>The rows that say what comes next where a number is pending for a reason, with a result of the latest look-up.</summary>
    public IReadOnlyList<Row> Rows(PendingReason reason, LookUpResult result) => _rows[(int)reason, (int)result] ?? [];

    /// <param name="Reasons">Why the number is pending.</param>
    /// <param name="Results">What the latest look-up says.</param>
    /// <param name="Step">What comes next.</param>
    /// <param name="If">What else has to be the case; null for nothing.</param>
    internal sealed record Row(PendingReason[] Reasons, LookUpResult[] Results, Step Step, Func<Situation, bool>? If = null)
    {
        public bool Fits(Situation situation) => If is null || If(situation);
    }
}
