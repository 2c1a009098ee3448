namespace NcloudServer.EngineTests.Help;

/// <summary>Tests of every cmdlet's help in both languages.</summary>
public abstract class CommandHelpTest(HelpSession session)
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (string language in HelpSession.Languages)
            {
                foreach (string name in HelpSession.CommandNames)
                {
                    pages.Add(name, language);
                }
            }

            return pages;
        }
    }

    protected HelpSession Session { get; } = session;

    protected CommandHelp Help(string name, string language) => Session.OfCommand(name, language);

    protected CmdletInfo Command(string name) => Session.Commands[name];

    protected ParameterMetadata[] OwnParameters(string name) => Parameters.Own(Command(name)).ToArray();
}
