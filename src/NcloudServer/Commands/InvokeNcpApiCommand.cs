using NcloudServer.Actions;
using NcloudServer.Binding;
using NcloudServer.Completion;
using NcloudServer.Pipeline;
using NcloudServer.Wire;

namespace NcloudServer.Commands;

/// <summary>Calls any action of the platform, or a REST service of it.</summary>
/// <remarks>Source: api.ncloud-docs.com, page <c>common-ncpapi</c>.</remarks>
[Cmdlet(VerbsLifecycle.Invoke, "NcpApi", DefaultParameterSetName = ActionSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = "https://api.ncloud-docs.com/docs/en/common-ncpapi")]
[OutputType(typeof(PSObject), typeof(ServerInstance))]
public sealed class InvokeNcpApiCommand : NcpCommandBase
{
    private const string ActionSet = "Action";
    private const string PathSet = "Path";

    private const int LongestSubject = 200;

    private RegionChooser? _regions;
    private bool _isParameterGiven;

    /// <summary>The action, as the API names it. Those that begin with <c>get</c> read; all others change something.</summary>
    [Parameter(ParameterSetName = ActionSet, Mandatory = true, Position = 0)]
    [NameInPath, ArgumentCompleter(typeof(Completer))]
    public string Action { get; set; } = string.Empty;

    /// <summary>The action's parameters by the API's names: values, lists and dictionaries.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), ApiParameters]
    public IDictionary? Parameter { get; set; }

    /// <summary>The service: the part of the path before <c>v2</c>.</summary>
    [Parameter(ParameterSetName = ActionSet), NameInPath, ArgumentCompleter(typeof(Completer))]
    public string Service { get; set; } = ApiCall.ServerService;

    /// <summary>The whole path behind the root, for an action whose path has another shape, or for a REST service.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true), ApiPath]
    public string Path { get; set; } = string.Empty;

    /// <summary>The method of a request to a REST service. Get reads; all others change something.</summary>
    [Parameter(ParameterSetName = PathSet), ValidateSet("Get", "Post", "Put", "Patch", "Delete")]
    public string? Method { get; set; }

    /// <summary>The body of such a request: a dictionary, an object or a list, of which JSON is made, or a text that is JSON.</summary>
    [Parameter(ParameterSetName = PathSet, ValueFromPipeline = true), AllowNull]
    public object? Body { get; set; }

    /// <summary>The region. Default: NCLOUD_REGION, the profile's, with a role's key the server's, the service's first.</summary>
    [Parameter, Alias("Region"), AllowNull, AllowEmptyString, ArgumentCompleter(typeof(Completer))]
    public string? RegionCode { get; set; }

    /// <summary>Reads every page of a list.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Writes the whole response as one object, its envelope included.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // What is piped is the body of a request with a method, and the parameters of all others; the engine binds it to both.
        _isParameterGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Parameter));
        if (Method is null && MyInvocation.BoundParameters.ContainsKey(nameof(Body)))
        {
            ThrowTerminatingError(ErrorRecords.From(
                new NcpParameterException(nameof(Body), "A body needs a method.", "Give -Method, for example Post."), Path, Path));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string target = ParameterSetName == ActionSet ? KnownActions.Spell(Service, Action) : Path;
        string subject = target;
        try
        {
            ApiCall call = Call();
            _regions ??= new RegionChooser(this, isParameter: true, call.IsChange);
            // Whoever is asked sees the region, unless a request is needed to find it.
            if (call.TakesDefaultRegion)
                call = call.InRegion(_regions.WithoutRequest(null));

            string shown = SecretParameters.Describe(call.Values);
            subject = shown.Length is 0 or > LongestSubject ? call.Action : $"{call.Action} ({shown})";
            if (!call.IsChange || ShouldProcess(shown.Length == 0 ? call.Path : shown, call.Action))
                new ActionOutput(this, All, Raw).Write(call.TakesDefaultRegion ? call.InRegion(_regions.OrOfServer(null)) : call);
        }
        catch (NcpException e)
        {
            ErrorRecord error = ErrorRecords.From(e, target, subject);
            if (e.IsFatal)
                ThrowTerminatingError(error);

            WriteError(error);
        }
    }

    private ApiCall Call()
    {
        IDictionary parameters = RefusedInput.OrThrow(Method is null || _isParameterGiven ? Parameter : null);
        string? region = string.IsNullOrWhiteSpace(RegionCode) ? null : RegionCode!.Trim();
        bool hasBody = Method is not null && MyInvocation.BoundParameters.ContainsKey(nameof(Body));
        JsonBody? body = hasBody ? JsonBody.Of(Body, PowerShellValue.UnwrapBody) : null;
        ApiCall call = ParameterSetName == PathSet ? ApiCall.At(Path, parameters, region, PowerShellValue.Unwrap, Method, body)
            : ApiCall.Of(Service, Action, parameters, region, PowerShellValue.Unwrap);
        ActionOutput.Check(call, All, Raw);
        return call;
    }
}
