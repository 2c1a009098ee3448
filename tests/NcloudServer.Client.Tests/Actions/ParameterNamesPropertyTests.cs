using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Actions;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Actions;

/// <summary>Whatever is nested in whatever: the names that are sent say it all.</summary>
public sealed class ParameterNamesPropertyTests
{
    private const int Deepest = 5;

    private static readonly Gen<string> s_names = Gen.Elements(
        "vpcNo", "a", "A", "networkInterface", "이름", "a b", "a&b=c", "a?", "a/b", "%2E", "#", "+", "x[1]", "x-1", "'", "\"", "😀", "1a");

    private static readonly Gen<string> s_texts =
        Gen.Elements(string.Empty, "1", "a b", "한글", "&x=1", "+", "%20", "a.b", "\n", "😀");

    private static readonly Gen<IDictionary> s_calls = Dictionary(Deepest);

    [Fact]
    public void A_reader_written_apart_turns_the_names_back_into_the_same() => Check(call =>
        Assert.Equal(Show(call), Show(Tree.Of(ParameterWriter.Write(call)))));

    [Fact]
    public void A_reader_written_apart_turns_the_query_and_the_form_back_into_the_same() => Check(call =>
    {
        QueryBuilder query = new QueryBuilder().AddGiven(ParameterWriter.Write(call));

        Assert.Equal(Show(call), Show(Tree.Of(Pairs(query.ToForm()))));
        Assert.Equal("?" + query.ToForm(), query.ToString());
        Assert.All(query.ToForm(), c => Assert.InRange(c, '!', '~'));
    });

    [Fact]
    public void A_text_of_any_length_is_escaped_as_a_short_one_is()
    {
        string text = string.Concat(Enumerable.Repeat("가😀z", 30_000));
        QueryBuilder query = new QueryBuilder().AddGiven([new("a", text)]);

        Assert.Equal([new("a", text)], Pairs(query.ToForm()));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string form) => form.Split('&')
        .Select(pair => pair.Split('='))
        .Select(pair => new KeyValuePair<string, string>(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));

    private static Gen<object> Value(int depth) => depth == 0
        ? s_texts.Select(text => (object)text)
        : Gen.Frequency(
            (4, s_texts.Select(text => (object)text)),
            (2, Gen.NonEmptyListOf(Value(depth - 1)).Resize(4).Select(items => (object)items.ToArray())),
            (2, Dictionary(depth - 1).Select(members => (object)members)));

    private static Gen<IDictionary> Dictionary(int depth) =>
        from names in s_names.NonEmptyListOf().Resize(4)
        let distinct = names.Distinct(StringComparer.Ordinal).ToArray()
        from values in Value(Math.Max(0, depth - 1)).ListOf(distinct.Length).Select(list => list.ToList())
        from isOrdered in Gen.Elements(true, false)
        select Fill(isOrdered ? new OrderedDictionary(StringComparer.Ordinal) : new Hashtable(StringComparer.Ordinal), distinct, values);

    private static IDictionary Fill(IDictionary dictionary, string[] names, List<object> values)
    {
        for (int i = 0; i < names.Length; i++)
        {
            dictionary[names[i]] = values[i];
        }

        return dictionary;
    }

    private static string Show(object value) => value switch
    {
        string text => $"'{text}'",
        IDictionary dictionary => "{" + string.Join(",", dictionary.Keys.Cast<string>().Order(StringComparer.Ordinal)
            .Select(name => $"{name}:{Show(dictionary[name]!)}")) + "}",
        IEnumerable list => "[" + string.Join(",", list.Cast<object>().Select(Show)) + "]",
        _ => throw new InvalidOperationException(),
    };

    private static void Check(Action<IDictionary> property) =>
        Prop.ForAll(s_calls.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>As a service reads names: knows nothing of how they were written.</summary>
    private sealed class Tree
    {
        private readonly SortedDictionary<string, Tree> _parts = new(StringComparer.Ordinal);
        private string? _text;

        public static object Of(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            var root = new Tree();
            foreach (KeyValuePair<string, string> pair in pairs)
            {
                Tree place = root;
                foreach (string part in pair.Key.Split('.'))
                {
                    if (!place._parts.TryGetValue(part, out Tree? next))
                    {
                        next = place._parts[part] = new Tree();
                    }

                    place = next;
                }

                Assert.Null(place._text);
                place._text = pair.Value;
            }

            return root.Value();
        }

        private object Value()
        {
            if (_text is not null)
            {
                Assert.Empty(_parts);
                return _text;
            }

            string[] positions = Enumerable.Range(1, _parts.Count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
            return positions.All(_parts.ContainsKey)
                ? positions.Select(position => _parts[position].Value()).ToArray()
                : Fill(new Hashtable(StringComparer.Ordinal), [.. _parts.Keys], [.. _parts.Values.Select(part => part.Value())]);
        }
    }
}
