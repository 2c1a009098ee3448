using System;
using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Operations;

/// <summary>Rows that each say for some situations what comes next. Of all rows, exactly one fits a situation, so their order means nothing.</summary>
internal sealed class StepTable
{
    private readonly ILookup<(PendingReason, LookUpResult), Row> _rows;

    public StepTable(IEnumerable<Row> rows) => _rows = (
        from row in rows
        from reason in row.Reasons
        from result in row.Results
        select (Key: (reason, result), Row: row)).ToLookup(entry => entry.Key, entry => entry.Row);

    /// <summary>The step that comes next.</summary>
    public Step For(Situation situation) => Rows(situation.Reason, situation.Result).First(row => row.Fits(situation)).Step;

    /// <summary>The rows that say what comes next where a number is pending for a reason, with a result of the latest look-up.</summary>
    public IEnumerable<Row> Rows(PendingReason reason, LookUpResult result) => _rows[(reason, result)];

    /// <param name="Reasons">Why the number is pending.</param>
    /// <param name="Results">What the latest look-up says.</param>
    /// <param name="Step">What comes next.</param>
    /// <param name="If">What else has to be the case; null for nothing.</param>
    internal sealed record Row(PendingReason[] Reasons, LookUpResult[] Results, Step Step, Func<Situation, bool>? If = null)
    {
        public bool Fits(Situation situation) => If is null || If(situation);
    }
}
