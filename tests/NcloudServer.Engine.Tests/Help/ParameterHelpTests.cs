namespace NcloudServer.EngineTests.Help;

/// <summary>The help of every parameter agrees with the code.</summary>
[Collection(HelpSession.Name)]
public sealed class ParameterHelpTests(HelpSession session) : CommandHelpTest(session)
{
    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_parameter_is_described_and_none_that_there_is_not(string name, string language)
    {
        CommandHelp help = Help(name, language);

        Assert.Equal(OwnParameters(name).Select(parameter => parameter.Name).Order(), help.Parameters.Keys.Order());
        Assert.All(help.Parameters.Values, parameter => Assert.Matches(@"\w{2,}.*[.]$", parameter.Text));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_takes_whole_objects_says_which_of_their_properties_it_reads(string name, string language)
    {
        bool takesObjects = Command(name).Parameters.Values.Any(Parameters.IsHidden);
        string[] properties = !takesObjects ? []
            : name == "Invoke-NcpServerInterrupt"
                ? ["ServerInstanceNo", "Number", "RegionCode", "Region", "ServerName", "Name", "PlatformType", "HypervisorType"]
            : name is "Get-NcpServerInstance" or "Wait-NcpServerInstance" ? ["ServerInstanceNo", "Number", "RegionCode", "Region"]
            : ["ServerInstanceNo", "Number", "RegionCode", "Region", "ServerName", "Name"];

        Assert.All(properties, property => Assert.True(Parameters.HasWord(Help(name, language).Inputs, property), property));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_ranges_and_the_values_that_the_code_accepts_are_named(string name, string language)
    {
        foreach (ParameterMetadata parameter in OwnParameters(name))
        {
            IEnumerable<object> accepted = parameter.Attributes.SelectMany<Attribute, object>(static attribute => attribute switch
            {
                ValidateRangeAttribute range => [range.MinRange, range.MaxRange],
                ValidateSetAttribute set => set.ValidValues,
                _ => [],
            });
            string text = Help(name, language).Parameters[parameter.Name].Text;
            Assert.All(accepted, value => Assert.True(Parameters.HasWord(text, $"{value}"), $"-{parameter.Name}: {value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_defaults_that_the_code_has_and_the_units_are_named(string name, string language)
    {
        Type type = Command(name).ImplementingType;
        object fresh = Activator.CreateInstance(type)!;
        foreach (ParameterMetadata parameter in OwnParameters(name))
        {
            ParameterHelp shown = Help(name, language).Parameters[parameter.Name];
            // What has to be given has no default, whatever its property begins with.
            bool isMandatory = parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.Mandatory);
            string? value = isMandatory ? null : LanguagePrimitives.ConvertTo<string>(type.GetProperty(parameter.Name)?.GetValue(fresh));
            if (value is null or "" or "False")
            {
                Assert.True(shown.Default is "None" or "False", $"-{parameter.Name}: {shown.Default}, while there is no default");
            }
            else
            {
                Assert.Equal(value, shown.Default);
                Assert.True(Parameters.HasWord(shown.Text, value), $"-{parameter.Name}: {value}");
            }

            if (parameter.Name.EndsWith("Sec", StringComparison.Ordinal))
            {
                Assert.Contains(language == "ko-KR" ? "(초)" : " seconds", shown.Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Type_place_pipeline_aliases_and_wildcards_agree_with_the_code(string name, string language)
    {
        foreach (ParameterMetadata parameter in OwnParameters(name))
        {
            ParameterHelp shown = Help(name, language).Parameters[parameter.Name];
            ICollection<ParameterSetMetadata> sets = parameter.ParameterSets.Values;
            string[] ways =
            [
                .. sets.Any(set => set.ValueFromPipelineByPropertyName) ? (string[])["ByPropertyName"] : [],
                .. sets.Any(set => set.ValueFromPipeline) ? (string[])["ByValue"] : [],
            ];
            int? position = sets.Where(set => set.Position >= 0).Select(set => (int?)set.Position).FirstOrDefault();

            Same(parameter, "type", parameter.ParameterType.Name, shown.Type);
            Same(parameter, "required", $"{sets.Any(set => set.IsMandatory)}", shown.Required);
            Same(parameter, "position", position is null ? "named" : $"{position}", shown.Position);
            Same(parameter, "pipeline", ways.Length > 0 ? $"True ({string.Join(", ", ways)})" : "False", shown.Pipeline);
            Same(parameter, "aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none", shown.Aliases);
            Same(parameter, "wildcards", $"{parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()}", shown.Globbing);
        }
    }

    private static void Same(ParameterMetadata parameter, string what, string expected, string shown) => Assert.True(
        string.Equals(expected, shown, StringComparison.OrdinalIgnoreCase),
        $"-{parameter.Name}, {what}: '{shown}' instead of '{expected}'");
}
