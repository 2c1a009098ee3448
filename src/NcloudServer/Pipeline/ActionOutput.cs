using NcloudServer.Actions;
using NcloudServer.Api;

namespace NcloudServer.Pipeline;

/// <summary>Calls an action and writes what it answers with.</summary>
internal sealed class ActionOutput(NcpCommandBase command, bool isWhole, bool isRaw)
{
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
        {
            throw new NcpParameterException("All", contradiction, "Leave one of them out.");
        }
    }

    /// <exception cref="NcpException">The call failed, or there is no key.</exception>
    public void Write(ApiCall call)
    {
        var invocation = new ActionInvocation(command.Connect(), call);
        if (isRaw)
        {
            if (ResponseObjects.From(command.Await((_, stopToken) => invocation.InvokeRawAsync(stopToken)), isRaw: true) is { } response)
            {
                command.WriteObject(response);
            }
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
                command.WriteObject(ResponseObjects.From(item));
            }
        }
    }
}
