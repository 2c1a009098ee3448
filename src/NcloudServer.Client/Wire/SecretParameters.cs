using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NcloudServer.Wire;

/// <summary>Tells which parameters are secret, and keeps their values out of texts.</summary>
/// <remarks>Source of the names: the requests of NAVER's SDKs (<c>privateKey</c>, <c>cifsUserPassword</c>, <c>kdcPassword</c> …).</remarks>
internal sealed class SecretParameters
{
    /// <summary>Stands for a secret.</summary>
    public const string Hidden = "***";

    private const int LongestValue = 100;
    private const int LongestText = 1000;

    // A shorter value would be found in the middle of other words.
    private const int ShortestHidden = 4;

    private static readonly string[] s_words =
        ["password", "passwd", "passphrase", "secret", "privatekey", "accesskey", "token", "credential"];

    private readonly string[] _values;

    public SecretParameters(IEnumerable<KeyValuePair<string, string>> parameters) => _values = parameters
        .Where(parameter => parameter.Value.Length >= ShortestHidden && IsSecret(parameter.Key))
        .SelectMany(parameter => new[] { parameter.Value, Uri.EscapeDataString(parameter.Value) })
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(value => value.Length)
        .ToArray();

    /// <summary>Whether a parameter of that name is a secret.</summary>
    public static bool IsSecret(string name) => s_words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A text without the secrets, such as a service's message that repeats what it was sent.</summary>
    public string Hide(string text) => _values.Aggregate(text, (current, value) => current.Replace(value, Hidden));

    /// <summary>The parameters with a stand-in for each secret value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Shown(IEnumerable<KeyValuePair<string, string>> parameters) =>
        parameters.Select(parameter => IsSecret(parameter.Key) ? new(parameter.Key, Hidden) : parameter);

    /// <summary>The parameters in one line for a person, without secrets.</summary>
    public static string Describe(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder();
        foreach (KeyValuePair<string, string> parameter in Shown(parameters))
        {
            text.Append(text.Length == 0 ? string.Empty : ", ")
                .Append(parameter.Key).Append(" = ").Append(Cut(parameter.Value, LongestValue));
            if (text.Length > LongestText)
            {
                return Cut(text.ToString(), LongestText);
            }
        }

        return text.ToString();
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text.Substring(0, length)} …";
}
