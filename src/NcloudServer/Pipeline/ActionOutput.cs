using NcloudServer.Actions;
using NcloudServer.Api;
using NcloudServer.Binding;

namespace NcloudServer.Pipeline;

/// <summary>Calls an action and writes what it answers with, as PowerShell objects.</summary>
internal sealed class ActionOutput(NcpCommandBase command, bool isWhole, bool isRaw)
{
    /// <summary>What the type names of the objects begin with.</summary>
    public const string TypePrefix = "NcloudServer.Api.";

    // Names that PowerShell keeps for itself.
    private static readonly string[] s_reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    // How requests to REST services ask for one page, and for its size; those of actions know the first alone.
    private static readonly string[] s_onePage = ["pageNo", "page", "nextToken"];
    private static readonly string[] s_sizes = ["pageSize", "size"];

    /// <exception cref="NcpParameterException">The call contradicts what is asked of its answer.</exception>
    public static void Check(ApiCall call, bool isWhole, bool isRaw)
    {
        string? contradiction = !isWhole ? null
            : isRaw ? "-All and -Raw exclude each other: a list that is read in pages has no single response."
            : call.IsChange ? "-All reads pages, and the action changes something."
            : Given(call, s_onePage) is { } one ? $"-All reads every page, and {one} asks for one."
            : null;
        if (contradiction is not null)
            throw new NcpParameterException("All", contradiction, "Leave one of them out.");
    }

    /// <exception cref="NcpException">The call failed, or there is no key.</exception>
    public void Write(ApiCall call)
    {
        var invocation = new ActionInvocation(command.Connect(), call);
        if (isRaw)
        {
            if (Shaped(command.Await((_, stopToken) => invocation.InvokeRawAsync(stopToken)), isRaw: true) is { } response)
                command.WriteObject(response);
        }
        else if (isWhole)
        {
            WriteItems(command.Await((_, stopToken) => invocation.ReadAllAsync(stopToken)));
        }
        else
        {
            ListPage<object> page = command.Await((_, stopToken) => invocation.InvokeAsync(stopToken));
            WriteItems(page.Items);
            if (page.GoesOn && !call.IsChange && Given(call, s_onePage) is null && Given(call, s_sizes) is null)
            {
                string all = page.Total is { } total ? $" of {total}" : ", and there are more";
                command.WriteWarning($"{call.Action} gave {page.Items.Count}{all}. -All reads every page.");
            }
        }
    }

    private static string? Given(ApiCall call, string[] names) =>
        names.Take(call.Method is null ? 1 : names.Length).FirstOrDefault(name => call.Find(name) is not null);

    private void WriteItems(IReadOnlyList<object> items)
    {
        foreach (object item in items)
        {
            if (item is ServerInstance server)
            {
                command.WriteServer(server);
            }
            else
            {
                command.WriteObject(Shaped(item));
            }
        }
    }

    /// <summary>An object with the fields as properties, by the service's names or the module's; what is no object stays what it is.</summary>
    private static object? Shaped(object? value, bool isRaw = false) => value switch
    {
        ResponseObject one => Shaped(one, isRaw),
        IReadOnlyList<object?> list => list.Select(item => Shaped(item, isRaw)).ToArray(),
        _ => value,
    };

    private static PSObject Shaped(ResponseObject source, bool isRaw)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, TypePrefix + source.Name);
        foreach (KeyValuePair<string, object?> member in source.Members)
        {
            string name = NameOf(member.Key, isRaw);
            while (result.Properties[name] is not null)
            {
                // A name that had to be changed must not take the place of another field.
                name += "_";
            }

            object? value = Shaped(member.Value, isRaw);
            result.Properties.Add(name == member.Key ? new ServiceProperty(name, value) : new PSNoteProperty(name, value));
        }

        return result;
    }

    private static string NameOf(string name, bool isRaw) =>
        name.Length == 0 || s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "_"
        : isRaw ? name : ResponseTree.HouseCase(name);
}
