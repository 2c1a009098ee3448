using System.Text.RegularExpressions;
using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Explorer;

/// <summary>What a script says, and where it says nothing, the plain.</summary>
/// <param name="scenario">The world.</param>
/// <param name="script">The surprises, in their order.</param>
/// <param name="known">The fingerprints of what was tried already; those of this run are added.</param>
internal sealed class ScriptedFate(Scenario scenario, IReadOnlyList<Pick> script, HashSet<ulong> known) : IFate
{
    /// <summary>How many of a run's requests may surprise.</summary>
    public const int Requests = 8;

    private readonly List<Choice> _choices = [];
    private readonly List<string> _lines = [];
    private readonly HashSet<ulong> _new = [];
    private int _request;

    /// <summary>The choices that there were.</summary>
    public IReadOnlyList<Choice> Choices => _choices;

    /// <summary>The script in words.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The surprises that there were, as far as they are the service's.</summary>
    public List<Fault> Faults { get; } = [];

    public List<HappeningKind> Happenings { get; } = [];

    public bool IsKnown { get; private set; }

    /// <summary>Whether the whole script has been played.</summary>
    public bool IsPlayed => Faults.Count + Happenings.Count == script.Count;

    public Happening Before(SeenRequest request, ModelFleet fleet)
    {
        List<Happening> possible = Laws.Happenings.Of(request, fleet);
        int option = Choose(isAnswer: false, possible.Count);
        if (option > 0)
        {
            Happenings.Add(possible[option].Kind);
            _lines.Add($"before request {_request + 1} ({Name(request)}): {possible[option]}");
        }

        return possible[option];
    }

    public Fault Of(SeenRequest request)
    {
        List<Fault> possible = Laws.Faults.Of(request, scenario);
        int option = Choose(isAnswer: true, possible.Count);
        if (option > 0)
        {
            Faults.Add(possible[option]);
            _lines.Add($"request {_request + 1} ({Name(request)}): {Words(possible[option].ToString())}");
        }

        return possible[option];
    }

    public bool LeavesOut(int index) => index == 0;

    public void After(SeenRequest request, ulong fingerprint)
    {
        _request++;
        if (IsPlayed)
        {
            // What comes from here on came in a run before, which had no more surprises.
            IsKnown |= script.Count > 0 && known.Contains(fingerprint) && _new.Count == 0;
            _new.Add(fingerprint);
        }
    }

    /// <summary>What was seen in this run is known from now on.</summary>
    public void Learn() => known.UnionWith(_new);

    private int Choose(bool isAnswer, int options)
    {
        if (_request >= Requests)
        {
            return 0;
        }

        _choices.Add(new Choice(_request, isAnswer, options));
        Pick pick = script.FirstOrDefault(pick => pick.Request == _request && pick.IsAnswer == isAnswer);
        return pick.Option < options ? pick.Option : 0;
    }

    private static string Name(SeenRequest request) => $"{request.Action} {request.Region} {string.Join(",", request.Numbers)}";

    private static string Words(string name) => Regex.Replace(name, "(?<=.)([A-Z])", match => " " + match.Value.ToLowerInvariant());
}
