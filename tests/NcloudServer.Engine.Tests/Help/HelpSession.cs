using System.Text.RegularExpressions;

namespace NcloudServer.EngineTests.Help;

/// <summary>Reads the help, each page once, in a session of that language.</summary>
[CollectionDefinition(Name)]
public sealed class HelpSession : IAsyncLifetime, ICollectionFixture<HelpSession>
{
    public const string Name = "Help";

    private readonly Dictionary<string, ModuleSession> _sessions = [];
    private readonly Dictionary<(string, string), CommandHelp> _commands = [];
    private readonly Dictionary<(string, string), string> _topics = [];

    public static IReadOnlyList<string> Languages { get; } = ["en-US", "ko-KR"];

    /// <summary>The cmdlets that the manifest declares.</summary>
    public static IReadOnlyList<string> CommandNames { get; } =
        [.. Regex.Matches(File.ReadAllText(TestProcess.Manifest), @"'(\w+-Ncp\w+)'").Select(match => match.Groups[1].Value)];

    /// <summary>Cmdlets and parameters as the engine knows them.</summary>
    public IReadOnlyDictionary<string, CmdletInfo> Commands { get; private set; } = new Dictionary<string, CmdletInfo>();

    public async Task InitializeAsync()
    {
        foreach (string language in Languages)
        {
            var session = new ModuleSession();
            await session.InitializeAsync();
            session.Console.Size.Width = 200;
            _sessions[language] = session;
        }

        Commands = Run("Get-Command -Module NcloudServer", Languages[0]).Output
            .Select(command => (CmdletInfo)command.BaseObject).ToDictionary(command => command.Name);
    }

    public async Task DisposeAsync()
    {
        foreach (ModuleSession session in _sessions.Values)
        {
            await session.DisposeAsync();
        }
    }

    public CommandHelp OfCommand(string name, string language)
    {
        if (!_commands.TryGetValue((name, language), out CommandHelp? help))
        {
            help = Read(Assert.Single(Run($"Get-Help {name} -Full", language).Output));
            Assert.True(help.Description.Length > 0, $"The module has no help of {name} in {language}: build.ps1 -Task Help makes it.");
            _commands[(name, language)] = help;
        }

        return help;
    }

    public string OfTopic(string name, string language)
    {
        if (!_topics.TryGetValue((name, language), out string? text))
        {
            text = Assert.Single(Run($"Get-Help {name}", language).Output).ToString().ReplaceLineEndings("\n");
            _topics[(name, language)] = text;
        }

        return text;
    }

    /// <summary>What the console shows, without spaces and line ends: the engine breaks lines wherever they are full.</summary>
    public string Show(string script, string language) => Dense(_sessions[language].Show(In(language) + script));

    public static string Dense(string text) => Regex.Replace(text, @"\s", string.Empty);

    // The thread is new for each script.
    private static string In(string language) => $"[Threading.Thread]::CurrentThread.CurrentUICulture = '{language}'; ";

    private static CommandHelp Read(PSObject help) => new()
    {
        Synopsis = Text(help, "Synopsis"),
        Description = Paragraphs(help, "description"),
        Parameters = Items(Child(help, "parameters"), "parameter").ToDictionary(parameter => Text(parameter, "name"), ReadParameter),
        Codes = [.. Items(Child(help, "examples"), "example").Select(example => Text(example, "code").ReplaceLineEndings("\n"))],
        Remarks = [.. Items(Child(help, "examples"), "example").Select(example => Paragraphs(example, "remarks"))],
        Inputs = Types(help, "inputTypes", "inputType"),
        Outputs = Types(help, "returnValues", "returnValue"),
        Links = [.. Items(Child(help, "relatedLinks"), "navigationLink")
            .Select(link => $"{Text(link, "linkText")} {Text(link, "uri")}".Trim())],
    };

    private static ParameterHelp ReadParameter(PSObject parameter) => new(
        Paragraphs(parameter, "description"), Text(Child(parameter, "type"), "name"), Text(parameter, "required"),
        Text(parameter, "defaultValue"), Text(parameter, "position"), Text(parameter, "pipelineInput"), Text(parameter, "aliases"),
        Text(parameter, "globbing"));

    private static string Types(PSObject help, string list, string item) => string.Join('\n', Items(Child(help, list), item)
        .Select(type => $"{Text(Child(type, "type"), "name")} {Paragraphs(type, "description")}"));

    private static string Paragraphs(PSObject parent, string name) =>
        string.Join(' ', Items(parent, name).Select(paragraph => Text(paragraph, "Text"))).Trim();

    private static string Text(PSObject? parent, string name) => parent?.Properties[name]?.Value?.ToString() ?? string.Empty;

    private static PSObject? Child(PSObject parent, string name) => Items(parent, name).FirstOrDefault();

    private static PSObject[] Items(PSObject? parent, string name) => parent?.Properties[name]?.Value switch
    {
        null => [],
        PSObject[] many => many,
        PSObject { BaseObject: PSObject[] many } => many,
        object one => [PSObject.AsPSObject(one)],
    };

    private Result Run(string script, string language) => _sessions[language].Run(In(language) + script);
}
